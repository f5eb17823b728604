import { useRef } from 'react'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'

interface PhotoButtonProps {
  disabled: boolean
  onPhoto: (file: File) => void
}

/** Takes a picture from a file; a tablet also offers its own camera program for it. */
export function PhotoButton({ disabled, onPhoto }: PhotoButtonProps) {
  const { scan } = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file once more is a change too.
          target.value = ''
          if (file) onPhoto(file)
        }}
      />
      <Button disabled={disabled} wide onClick={() => input.current?.click()}>
        {scan.photo}
      </Button>
    </>
  )
}
