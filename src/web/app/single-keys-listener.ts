import { useEffect } from 'react'
import { doAction } from './control-actions.ts'
import { isCovered } from './key-presses.ts'
import { singleKeyOf } from './single-keys.ts'

interface SingleKeysListenerProps {
  onShortcuts: () => void
  onFind: () => void
}

/** Does what keys pressed alone stand for; draws nothing. */
export function SingleKeysListener({ onShortcuts, onFind }: SingleKeysListenerProps) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = isCovered() ? undefined : singleKeyOf(event)
      if (!name) return
      if (name === 'shortcuts') onShortcuts()
      // Where there is no room for the list of devices, they are found in the palette.
      else if (!doAction(name) && name === 'findDevice') onFind()
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [onShortcuts, onFind])
  return null
}
