import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { commandStates } from '#contract/enos/command.ts'
import type { Device } from '#contract/enos/device.ts'
import { commandsQuery } from '../api/commands-query.ts'
import type { QueueProps } from '../features/set-point/queue.tsx'
import { mostQueued, placesTaken } from '../features/set-point/queue-order.ts'
import { selectorOf } from '../features/set-point/target.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { useSession } from './session-context.ts'

/** ms: the open queue itself asks more often. */
const freshAfter = 5000

interface DeviceQueueProps {
  device: Device
  /** Comes when it is opened. */
  QueueDialog: ComponentType<QueueProps & { onClose: () => void }>
}

/** How many commands wait for the device, and the way to them; nothing where none does. */
export function DeviceQueue({ device, QueueDialog }: DeviceQueueProps) {
  const { device: text } = useText()
  const { orgId } = useSession().gateway
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useQuery({
    ...commandsQuery(orgId, selectorOf(device), `state = ${commandStates.created}`),
    refetchInterval: freshAfter,
  })
  const count = placesTaken(data)
  return (
    <>
      {count > 0 && (
        <Button icon="clock" onClick={() => setOpen(true)}>
          {text.queue(count, mostQueued)}
        </Button>
      )}
      {isOpen && <QueueDialog target={{ orgId, device }} onClose={() => setOpen(false)} />}
    </>
  )
}
