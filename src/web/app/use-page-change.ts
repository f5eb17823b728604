import { type RefObject, useEffect, useRef } from 'react'
import { useText } from '../text/text-context.ts'
import { useAnnounce } from '../ui/live-region.tsx'

/** On another page, reading goes on at its beginning, and its title is said as soon as the page has set it. */
export function usePageChange(path: string, content: RefObject<HTMLElement | null>): void {
  const announce = useAnnounce()
  const { productName } = useText().shell
  const shownPath = useRef(path)
  const isUnsaid = useRef(false)
  useEffect(() => {
    if (shownPath.current === path) return
    shownPath.current = path
    isUnsaid.current = true
    content.current?.focus({ preventScroll: true })
  }, [path, content])
  useEffect(() => {
    let title = document.title
    const observer = new MutationObserver(() => {
      if (document.title === title) return
      title = document.title
      // A page whose code is still on its way has no title of its own.
      if (!isUnsaid.current || title === '' || title === productName) return
      isUnsaid.current = false
      announce(title)
    })
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [announce, productName])
}
