import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Worded } from '../../ui/worded.tsx'

interface CloseDraftProps {
  /** Empty while it cannot be read. */
  value: string
  point: string
  device: string
  onDiscard: () => void
  onKeep: () => void
}

/** Asks before what somebody has begun to write is thrown away. */
export function CloseDraft({ value, point, device, onDiscard, onKeep }: CloseDraftProps) {
  const { drafts: text } = useText()
  return (
    <Modal
      title={text.closeTitle}
      onClose={onKeep}
      footer={
        <>
          <Button data-autofocus onClick={onKeep}>
            {text.closeNo}
          </Button>
          <Button kind="danger" icon="trash" onClick={onDiscard}>
            {text.closeYes}
          </Button>
        </>
      }
    >
      <p>
        <Worded words={(_strong, quiet) => text.closeSure(quiet(value), quiet(point), quiet(device))} />
      </p>
    </Modal>
  )
}
