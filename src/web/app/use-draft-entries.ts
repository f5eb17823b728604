import { localText } from '#contract/enos/string-i18n.ts'
import type { Entry } from '../features/palette/entry.ts'
import { useOpenDrafts } from '../features/set-point/use-open-drafts.ts'
import { useText } from '../text/text-context.ts'
import { controlHref } from '../ui/links.ts'
import { navigate } from './navigate.ts'
import { useSession } from './session-context.ts'

/** The drafts that are open in this tab. */
export function useDraftEntries(): Entry[] {
  const { palette: text, drafts: words, setPoint, operations, enosLocale } = useText()
  const { drafts } = useOpenDrafts(useSession().gateway.orgId)
  return drafts.map(({ name, pointName, deviceName, value, state, measurepointId, ...ids }): Entry => {
    const point = localText(pointName, enosLocale) || measurepointId
    const device = localText(deviceName, enosLocale) || ids.deviceKey || ids.assetId
    const stateText = state === 'draft' || state === 'empty' ? setPoint.draft : operations.outcomes[state]
    return {
      id: `draft ${name}`,
      kind: 'draft',
      icon: 'edit',
      title: text.goToDraft(point, device),
      detail: [value || words.noValue, stateText].join(' · '),
      ids: [measurepointId, ids.assetId],
      run: () => {
        // Where its card stands, that one knows whether its editor is in sight already.
        const card = document.querySelector<HTMLElement>(`[data-draft="${CSS.escape(name)}"]`)
        if (card) card.click()
        else navigate(controlHref({ ...ids, point: measurepointId }))
      },
    }
  })
}
