import type { WireReply } from '#contract/wire/payloads.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { Channel, Clock, CommandStore, StoredCommand, Targets } from './ports.ts'
import type { Recorder } from './recorder.ts'

/** What the rules need of the world. */
export interface Surroundings {
  store: CommandStore
  targets: Targets
  channel: Channel
  clock: Clock
  /** Told what went wrong where no caller waits for it, e.g. a full disk. Must not throw. */
  onError(error: unknown): void
  /** Told of a reply that ends nothing: late, foreign, or to what nobody asked (§7.2 Q15, Q16). Must not throw. */
  onIgnoredReply(device: DeviceAddress, answer: WireReply, why: string): void
}

/** A command that has not ended, or whose end is not on disk yet. */
export interface LiveCommand {
  /** How it is now; the disk follows. */
  readonly command: StoredCommand
  /** It is on disk. */
  stored: boolean
  /** Takes back the pending call of the clock. */
  takeBack(): void
  /** Resolves when its end is on disk, or the disk refused it: null after success, otherwise with what to throw. */
  readonly ended: Promise<unknown>
  end(failure: unknown): void
}

/**
 * What the queue's first command is going through:
 *
 * - **free**: nothing. The next one goes out as soon as it may leave and the device is connected; without a waiting
 *   command the queue is forgotten.
 * - **preparing**: the first waiting command is being encoded. It is still waiting in every respect: it may be
 *   withdrawn, expire, or be dropped with the connection, and then its bytes are thrown away.
 * - **recording**: it has left `waiting` and state 4 is on its way to the disk. Nothing has been sent. It cannot be
 *   withdrawn; where an instant command's time passes now, it ends as not sent.
 * - **publishing**: the bytes are being handed over, so that from here on they may have arrived. A reply already counts.
 * - **answering**: handed over. Ends with the reply or the deadline, whether or not the device stays connected.
 * - **resting**: the disk did not take the record of the first waiting command, which waits on. Nothing is sent for a moment.
 *
 * free → preparing → recording → publishing → answering → free. Every mode may also fall back to free: preparing when
 * the command is gone or cannot be encoded, recording when its time is over, publishing when there was no connection
 * or the reply was quick. recording → resting → free where the disk fails. Only one command is ever between recording
 * and answering (§1.4 rule 2).
 */
export type Mode =
  | { is: 'free' }
  | { is: 'preparing' }
  | { is: 'resting' }
  | { is: 'recording'; item: LiveCommand }
  | { is: 'publishing'; item: LiveCommand }
  | { is: 'answering'; item: LiveCommand }

/** The one ordered queue of a device (§1.4 rule 1, §7.2 Q14). */
export interface DeviceQueue {
  readonly device: DeviceAddress
  /** In state 1, first come first. */
  readonly waiting: LiveCommand[]
  mode: Mode
  /** False after a publish found no connection, until the device comes online. */
  reachable: boolean
  /** How often it came online: tells a connection that is gone from one that was replaced meanwhile. */
  arrivals: number
}

/** All that lives between the calls. */
export interface Live extends Surroundings {
  readonly queues: Map<string, DeviceQueue>
  /** By commandId. */
  readonly commands: Map<string, LiveCommand>
  readonly recorder: Recorder
  /** Sends nothing more. */
  stopping: boolean
  nextId(): string
  /** Sends the queue's next command where that may be done now. Whoever changes a queue calls it. */
  dispatch(queue: DeviceQueue): void
}

export const queueKey = ({ productKey, deviceKey }: DeviceAddress): string => `${productKey}\n${deviceKey}`

/** The device's queue; a new one where it had none. */
export function queueOf(live: Live, { productKey, deviceKey }: DeviceAddress): DeviceQueue {
  const device = { productKey, deviceKey }
  const known = live.queues.get(queueKey(device))
  if (known) return known
  const queue: DeviceQueue = { device, waiting: [], mode: { is: 'free' }, reachable: true, arrivals: 0 }
  live.queues.set(queueKey(device), queue)
  return queue
}

/** Takes a command among the living. */
export function enliven(live: Live, command: StoredCommand, stored: boolean): LiveCommand {
  let end: (failure: unknown) => void = () => undefined
  const ended = new Promise<unknown>((resolve) => {
    end = resolve
  })
  const item: LiveCommand = { command, stored, takeBack: () => undefined, ended, end }
  live.commands.set(command.commandId, item)
  return item
}

export const isCached = ({ command }: LiveCommand): boolean => command.pendingTtl > 0

/** The command that has left `waiting` and has not ended. */
export const inFlight = ({ mode }: DeviceQueue): LiveCommand | null => ('item' in mode ? mode.item : null)

export const isConnected = (live: Live, queue: DeviceQueue): boolean =>
  queue.reachable && live.targets.find(queue.device)?.status === 'online'
