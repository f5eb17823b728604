import { useEffect, useRef, useState } from 'react'

/**
 * A text box whose text lives in the URL: what is typed shows at once and is written there when typing pauses.
 * @param settled what the URL says.
 */
export function useUrlText(settled: string, onSettle: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(settled)
  const written = useRef(settled)
  const settle = useRef(onSettle)
  useEffect(() => {
    settle.current = onSettle
  })
  useEffect(() => {
    // Back, forward or a link changed it: that wins over the box.
    if (settled !== written.current) {
      written.current = settled
      setText(settled)
    }
  }, [settled])
  useEffect(() => {
    if (text === written.current) return
    const timer = setTimeout(() => {
      written.current = text
      settle.current(text)
    }, 250)
    return () => clearTimeout(timer)
  }, [text])
  return [text, setText]
}
