import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { commandStates } from '#contract/enos/command.ts'
import { callEnos } from '../../api/call.ts'
import { useRight } from '../../api/use-right.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { selectorOf, type Target } from './target.ts'

type CancelTarget = Pick<Target, 'orgId' | 'device'>

interface CancelCommandProps {
  target: CancelTarget
  commandId: string
  /** Asked once more before; without it one press is enough, as in a list where each row says what it is. */
  question?: string
  /** The accessible name, where the words alone would not say what is cancelled. */
  label?: string
  onCanceled?: () => void
  /** Tells why it could not be cancelled, where this button may go away with its command; else it is told here. */
  onFailed?: (why: string) => void
  children: ReactNode
}

/** What has become of a command that could not be cancelled: most often it was sent in the meantime. */
async function whyNot({ orgId, device }: CancelTarget, commandId: string, { sending }: Text): Promise<string> {
  const { outcome, queue } = sending
  try {
    const { data } = await callEnos('getCommand', { orgId, ...selectorOf(device), commandId })
    return data.state === commandStates.created ? outcome.cancelFailed : outcome.cancelLate(queue.states[data.state])
  } catch {
    return outcome.cancelFailed
  }
}

/** Takes one command out of the queue, for who may; others are told by the editor what they may do. */
export function CancelCommand(props: CancelCommandProps) {
  return useRight('cancel') ? <CancelButton {...props} /> : null
}

/** Without the command's id EnOS would cancel all of the device's (§2.3). */
function CancelButton(props: CancelCommandProps) {
  const { target, commandId, question, label, onCanceled, onFailed, children } = props
  const text = useText()
  const { outcome } = text.sending
  const client = useQueryClient()
  const [stage, setStage] = useState<'idle' | 'asked' | 'canceling'>('idle')
  const [failed, setFailed] = useState('')
  const cancel = async () => {
    setStage('canceling')
    setFailed('')
    try {
      await callEnos('cancelCommand', { orgId: target.orgId, ...selectorOf(target.device), commandId })
      onCanceled?.()
    } catch {
      const tell = onFailed ?? setFailed
      tell(await whyNot(target, commandId, text))
    }
    setStage('idle')
    await Promise.all([
      client.invalidateQueries({ queryKey: ['commands'] }),
      client.invalidateQueries({ queryKey: ['operations'] }),
    ])
  }
  if (question !== undefined && stage !== 'idle') {
    return (
      <Notice
        tone="wait"
        title={question}
        actions={
          <>
            <Button kind="danger" disabled={stage === 'canceling'} onClick={() => void cancel()}>
              {outcome.cancelYes}
            </Button>
            <Button autoFocus onClick={() => setStage('idle')}>
              {outcome.cancelNo}
            </Button>
          </>
        }
      />
    )
  }
  return (
    <>
      {failed !== '' && (
        <Notice tone="wait" role="alert">
          {failed}
        </Notice>
      )}
      <Button
        kind="danger"
        icon="ban"
        aria-label={label}
        disabled={stage === 'canceling'}
        onClick={() => (question === undefined ? void cancel() : setStage('asked'))}
      >
        {children}
      </Button>
    </>
  )
}
