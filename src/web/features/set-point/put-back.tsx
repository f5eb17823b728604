import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'

/** Takes an editor out of its place beside; its draft stays open. */
export function PutBack({ onPutBack }: { onPutBack: () => void }) {
  const { drafts: text } = useText()
  return <Button kind="quiet" icon="minus" label={text.putBack} onClick={onPutBack} />
}
