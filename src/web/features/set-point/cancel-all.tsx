import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Command } from '#contract/enos/command.ts'
import { callEnos } from '../../api/call.ts'
import { useRight } from '../../api/use-right.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { Worded } from '../../ui/worded.tsx'
import { selectorOf, type Target } from './target.ts'

interface CancelAllProps {
  target: Pick<Target, 'orgId' | 'device'>
  deviceName: string
  /** Those that wait now. */
  commands: readonly Command[]
  /** Empty for nothing. */
  onFailed: (why: string) => void
}

/** Takes all that waits out of the queue, counted and ticked, for who may. */
export function CancelAll(props: CancelAllProps) {
  return useRight('cancel') ? <CancelAllButton {...props} /> : null
}

/**
 * One after the other by its id: EnOS's own way to cancel all (§2.3) would also take what came in after the counting.
 */
function CancelAllButton({ target, deviceName, commands, onFailed }: CancelAllProps) {
  const { queue } = useText().sending
  const client = useQueryClient()
  const announce = useAnnounce()
  const [counted, setCounted] = useState<readonly Command[] | null>(null)
  const [isSure, setSure] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const close = () => {
    setCounted(null)
    setSure(false)
  }
  const cancel = async (wanted: readonly Command[]) => {
    setBusy(true)
    let done = 0
    for (const { commandId } of wanted) {
      try {
        // Without an id all would go.
        if (commandId === '') continue
        await callEnos('cancelCommand', { orgId: target.orgId, ...selectorOf(target.device), commandId })
        done++
      } catch {
        // Most often it was sent in the meantime; the list shows what it is now.
      }
    }
    onFailed(done < wanted.length ? queue.cancelAllSome(done, wanted.length) : '')
    announce(queue.canceledAll(done))
    setBusy(false)
    close()
    await Promise.all([['commands'], ['operations']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  if (counted === null) {
    return (
      <Button kind="danger" icon="ban" onClick={() => setCounted(commands)}>
        <span>
          <Worded words={(_strong, quiet) => queue.cancelAll(commands.length, quiet(deviceName))} />
        </span>
      </Button>
    )
  }
  return (
    <Notice
      tone="wait"
      title={<Worded words={(_strong, quiet) => queue.cancelAllSure(counted.length, quiet(deviceName))} />}
      actions={
        <>
          <Button kind="danger" icon="ban" disabled={!isSure || isBusy} onClick={() => void cancel(counted)}>
            {isBusy ? queue.cancelAllBusy : queue.cancelAllYes(counted.length)}
          </Button>
          <Button disabled={isBusy} onClick={close}>
            {queue.cancelAllNo}
          </Button>
        </>
      }
    >
      <Tick checked={isSure} onChange={setSure}>
        {queue.cancelAllTick(counted.length)}
      </Tick>
    </Notice>
  )
}
