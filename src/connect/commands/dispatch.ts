import { commandStates } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import { dueTime, endOverdue, watch } from './deadlines.ts'
import { type DeviceQueue, isCached, isConnected, type Live, type LiveCommand, queueKey } from './live.ts'
import type { EncodedCommand } from './ports.ts'
import { dropInstant } from './presence.ts'
import { publish } from './publish.ts'
import { restAfterError } from './recorder.ts'
import { failureOf, notRecorded, settle } from './settle.ts'
import { move } from './transitions.ts'

/** Sends the queue's first command where it may be sent now; see {@link Live.dispatch}. */
export function dispatch(live: Live, queue: DeviceQueue): void {
  if (live.stopping || queue.mode.is !== 'free') return
  if (!isConnected(live, queue)) dropInstant(live, queue)
  let [first] = queue.waiting
  while (first && isOverdue(live, first)) {
    void endOverdue(live, queue, first)
    ;[first] = queue.waiting
  }
  if (first === undefined) {
    if (live.queues.get(queueKey(queue.device)) === queue) live.queues.delete(queueKey(queue.device))
  } else if (mayLeave(first) && isConnected(live, queue)) {
    queue.mode = { is: 'preparing' }
    void prepare(live, queue, first)
  }
}

/**
 * A cached command was promised to be kept, and leaves when it is. An instant one need not wait for that: what lets its
 * bytes go is the record that it was sent, and the store takes that in the order of asking, behind the command itself.
 */
const mayLeave = (item: LiveCommand): boolean => item.stored || !isCached(item)

const isOverdue = (live: Live, item: LiveCommand): boolean => dueTime(item) <= live.clock.now()

async function prepare(live: Live, queue: DeviceQueue, item: LiveCommand): Promise<void> {
  let encoded: EncodedCommand | null = null
  let failure: Failure | null = null
  try {
    encoded = await live.channel.encode(item.command)
  } catch (error) {
    if (!(error instanceof Failure)) live.onError(error)
    failure = asFailure(item, error)
  }
  queue.mode = { is: 'free' }
  // It may have been withdrawn, dropped or too late meanwhile: then its bytes are nobody's, and the queue goes on.
  const waits = queue.waiting[0] === item && !isOverdue(live, item)
  if (waits && failure) void settle(live, queue, item, commandStates.failed, failure)
  if (waits && encoded && isConnected(live, queue) && !live.stopping) await send(live, queue, item, encoded)
  live.dispatch(queue)
}

/** What `encode` threw, with the id of the command it ends (§1.5: nothing was sent). */
const asFailure = ({ command }: LiveCommand, error: unknown): Failure =>
  error instanceof Failure
    ? failureOf(command, error.failure, error.message, error.code)
    : failureOf(command, 'internalError', 'The command could not be encoded and is not sent')

/** Record first: state 4 is on disk before a byte leaves, so that nothing is ever published twice. */
async function send(live: Live, queue: DeviceQueue, item: LiveCommand, encoded: EncodedCommand): Promise<void> {
  const { command } = item
  const recording = { is: 'recording', item } as const
  const change = { state: commandStates.sent, sentTime: live.clock.now() }
  move(command, change)
  queue.waiting.shift()
  queue.mode = recording
  // An instant command's clock goes on; a cached one's starts again when it is published.
  if (isCached(item)) item.takeBack()
  try {
    await live.recorder.writeNow(command.commandId, change)
  } catch (error) {
    live.onError(error)
    if (queue.mode === recording) giveBack(live, queue, item, error)
    return
  }
  if (queue.mode === recording) await publish(live, queue, item, encoded)
}

/** The disk did not take the record: the command is not sent. A cached one is tried again a little later. */
function giveBack(live: Live, queue: DeviceQueue, item: LiveCommand, error: unknown): void {
  const { command } = item
  if (!isCached(item)) {
    void settle(live, queue, item, commandStates.failed, notRecorded(error))
    return
  }
  const resting = { is: 'resting' } as const
  move(command, { state: commandStates.created, sentTime: null })
  queue.waiting.unshift(item)
  watch(live, queue, item)
  queue.mode = resting
  live.clock.at(live.clock.now() + restAfterError, () => {
    queue.mode = { is: 'free' }
    live.dispatch(queue)
  })
}
