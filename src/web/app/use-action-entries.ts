import type { Entry } from '../features/palette/entry.ts'
import { useText } from '../text/text-context.ts'
import type { IconName } from '../ui/icon.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { type ControlAction, canDo, controlActions, doAction } from './control-actions.ts'
import { singleKeys } from './single-keys.ts'
import { useSingleKeys } from './use-single-keys.ts'

const icons: Record<ControlAction, IconName> = {
  search: 'search',
  findDevice: 'search',
  findPoint: 'search',
  edit: 'edit',
  review: 'check',
  now: 'clock',
  online: 'clock',
  discard: 'trash',
  nextPoint: 'arrowDown',
  previousPoint: 'arrowUp',
  nextDraft: 'edit',
  previousDraft: 'edit',
}

interface ActionEntriesOptions {
  onShowShortcuts: () => void
  /** undefined where no device is chosen. */
  onShowQueue: (() => void) | undefined
}

/** What can be done at this place, at this moment. Sending is not among it. */
export function useActionEntries({ onShowShortcuts, onShowQueue }: ActionEntriesOptions): Entry[] {
  const { palette: text } = useText()
  const announce = useAnnounce()
  const [areOn] = useSingleKeys()
  const keysOf = (name: string) => (areOn ? Object.keys(singleKeys).find((key) => singleKeys[key] === name) : undefined)
  const entry = (name: keyof typeof text.actions, icon: IconName, run: () => void): Entry => ({
    id: `action ${name}`,
    kind: 'action',
    icon,
    title: text.actions[name],
    detail: '',
    keys: keysOf(name),
    run,
  })
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      announce(text.linkCopied)
    } catch {
      announce(text.linkNotCopied, 'assertive')
    }
  }
  return [
    ...controlActions.filter(canDo).map((name) => entry(name, icons[name], () => doAction(name))),
    ...(onShowQueue ? [entry('queue', 'clock', onShowQueue)] : []),
    entry('copyLink', 'copy', () => void copyLink()),
    entry('shortcuts', 'keyboard', onShowShortcuts),
  ]
}
