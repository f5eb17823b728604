import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '#contract/enos/failure.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { callEnos } from '../../api/call.ts'
import { operationQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './cancel-command.module.css'
import { namesOf, selectorOf } from './change-of.ts'
import { OperationChange } from './operation-change.tsx'

/** Takes one queued command back, after a person has confirmed which. */
export function CancelCommand({ operation }: { operation: Operation }) {
  const { operation: text, failures } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { orgId, commandId } = operation
  const { point, device } = namesOf(operation)
  const cancel = useMutation({
    mutationFn: async () => {
      // Without its id every command that waits for the device would be cancelled (§2.3).
      if (commandId === '') throw new Failure('invalidArgument', 'commandId')
      return await callEnos('cancelCommand', { orgId, ...selectorOf(operation), commandId })
    },
    onSuccess: () => {
      setOpen(false)
      announce(text.cancel.done)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: operationQuery(operation.id).queryKey }),
        client.invalidateQueries({ queryKey: ['commands'] }),
      ]),
  })
  const failed = cancel.error instanceof Failure ? cancel.error : null
  return (
    <>
      <Button kind="danger" icon="ban" onClick={() => setOpen(true)}>
        {text.cancel.button}
      </Button>
      {isOpen && (
        <Modal
          title={text.cancel.title}
          onClose={() => setOpen(false)}
          footer={
            <div className={styles.buttons}>
              <Button data-autofocus onClick={() => setOpen(false)}>
                {text.cancel.keep}
              </Button>
              <Button kind="danger" icon="ban" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
                {cancel.isPending ? text.cancel.busy : text.cancel.confirm}
              </Button>
            </div>
          }
        >
          <div className={styles.content}>
            <p className={styles.what}>
              {device} · {point} · <OperationChange operation={operation} />
            </p>
            <p>
              {text.cancel.sentence} {text.cancel.only}
            </p>
            <p className="mono">{commandId}</p>
            {cancel.isError && (
              <Notice tone="bad" role="alert" title={text.cancel.failed}>
                {failed ? `${failures[failed.failure].what} ${failed.message}` : cancel.error.message}
              </Notice>
            )}
          </div>
        </Modal>
      )}
    </>
  )
}
