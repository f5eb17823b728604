import { useQuery } from '@tanstack/react-query'
import { localText } from '#contract/enos/string-i18n.ts'
import { modelQuery } from '../api/queries.ts'
import type { Entry } from '../features/palette/entry.ts'
import { useText } from '../text/text-context.ts'
import { controlHref } from '../ui/links.ts'
import { navigate } from './navigate.ts'
import { useSession } from './session-context.ts'
import type { ChosenDevice } from './use-chosen-device.ts'

/** The points of the chosen device that can be set. */
export function usePointEntries(
  chosen: ChosenDevice | null,
  isWanted: boolean,
): { entries: Entry[]; isPending: boolean } {
  const { enosLocale } = useText()
  const { orgId } = useSession().gateway
  const device = chosen?.known ? chosen.device : null
  const enabled = device !== null && isWanted
  const { data: model, isPending } = useQuery({ ...modelQuery(orgId, device?.modelId ?? ''), enabled })
  const points = enabled ? Object.values(model?.measurepoints ?? {}).filter(({ isWritable }) => isWritable) : []
  const entries = points.map(({ identifier, name }): Entry => {
    const title = localText(name, enosLocale)
    return {
      id: `point ${identifier}`,
      kind: 'point',
      icon: 'sliders',
      title: title || identifier,
      detail: title ? identifier : '',
      ids: [identifier],
      run: () => navigate(controlHref({ ...device, point: identifier })),
    }
  })
  return { entries, isPending: enabled && isPending }
}
