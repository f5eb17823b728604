import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { callEnos } from '../../api/call.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { selectorOf, type Target } from './target.ts'

interface CancelCommandProps {
  target: Pick<Target, 'orgId' | 'device'>
  commandId: string
  /** Asked once more before; without it one press is enough, as in a list where each row says what it is. */
  question?: string
  /** The accessible name, where the words alone would not say what is cancelled. */
  label?: string
  onCanceled?: () => void
  children: ReactNode
}

/** Takes one command out of the queue. Without its id EnOS would cancel all of the device's (§2.3). */
export function CancelCommand({ target, commandId, question, label, onCanceled, children }: CancelCommandProps) {
  const { outcome } = useText().setPoint
  const client = useQueryClient()
  const [stage, setStage] = useState<'idle' | 'asked' | 'canceling' | 'failed'>('idle')
  const cancel = async () => {
    setStage('canceling')
    try {
      await callEnos('cancelCommand', { orgId: target.orgId, ...selectorOf(target.device), commandId })
      onCanceled?.()
      setStage('idle')
    } catch {
      setStage('failed')
    }
    await Promise.all([
      client.invalidateQueries({ queryKey: ['commands'] }),
      client.invalidateQueries({ queryKey: ['operations'] }),
    ])
  }
  if (question !== undefined && (stage === 'asked' || stage === 'canceling')) {
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
      {stage === 'failed' && (
        <Notice tone="bad" role="alert">
          {outcome.cancelFailed}
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
