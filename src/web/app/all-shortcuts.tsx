import { ShortcutList } from '../features/palette/shortcut-list.tsx'
import { useText } from '../text/text-context.ts'
import { modifierName } from './key-presses.ts'
import { singleKeys } from './single-keys.ts'
import { useSingleKeys } from './use-single-keys.ts'

/** Every shortcut of the panel. */
export function AllShortcuts({ onClose }: { onClose: () => void }) {
  const { actions } = useText().palette
  const [areOn, change] = useSingleKeys()
  const shortcuts = [
    { name: actions.find, keys: `${modifierName} K` },
    ...Object.entries(singleKeys).map(([keys, name]) => ({ name: actions[name], keys })),
    { name: actions.send, keys: `${modifierName} Enter` },
  ]
  return (
    <ShortcutList
      shortcuts={shortcuts}
      singleKeys={areOn}
      onSingleKeys={(are) => change(() => are)}
      onClose={onClose}
    />
  )
}
