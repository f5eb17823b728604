import type { Entry } from '../features/palette/entry.ts'
import { useText } from '../text/text-context.ts'
import type { IconName } from '../ui/icon.tsx'
import { controlHref, errorHref, historyHref, outboxHref, permissionHref } from '../ui/links.ts'
import { navigate } from './navigate.ts'
import type { ChosenDevice } from './use-chosen-device.ts'

/** The pages, with those that belong to the chosen point and to what is typed. */
export function usePageEntries(chosen: ChosenDevice | null, pointId: string, typed: string): Entry[] {
  const { palette: text, shell, outbox } = useText()
  const page = (title: string, icon: IconName, href: string, isFound = false): Entry => ({
    id: `page ${href}`,
    kind: 'page',
    icon,
    title,
    detail: '',
    isFound,
    run: () => navigate(href),
  })
  const wanted = typed.trim()
  return [
    page(shell.control, 'sliders', controlHref()),
    page(shell.history, 'history', historyHref()),
    page(shell.errorCodes, 'book', errorHref()),
    page(outbox.title, 'download', outboxHref()),
    ...(chosen && pointId
      ? [page(text.permission(pointId), 'shield', permissionHref({ ...chosen.device, point: pointId }))]
      : []),
    ...(wanted ? [page(text.searchHistory(wanted), 'search', historyHref({ text: wanted }), true)] : []),
  ]
}
