import { useEffect, useState } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from './button.tsx'
import { useAnnounce } from './live-region.tsx'

interface CopyButtonProps {
  text: string
  /** What is copied, in words, e.g. "the command id". */
  what: string
}

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const { shell } = useText()
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    announce(shell.copied)
  }
  return (
    <Button
      kind="quiet"
      icon={copied ? 'check' : 'copy'}
      label={copied ? shell.copied : shell.copy(what)}
      onClick={() => void copy().catch(() => setCopied(false))}
    />
  )
}
