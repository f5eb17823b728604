import { type RefObject, useEffect, useRef } from 'react'

/**
 * Ctrl+Enter, or ⌘+Enter, inside the dialog that the element is in; another dialog above it has its own keys. Held down
 * it counts once.
 */
export function useSendKey(inside: RefObject<HTMLElement | null>, onPress: () => void): void {
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  })
  useEffect(() => {
    const dialog = inside.current?.closest('dialog')
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (!event.repeat && !event.isComposing) latest.current()
    }
    dialog?.addEventListener('keydown', press)
    return () => dialog?.removeEventListener('keydown', press)
  }, [inside])
}
