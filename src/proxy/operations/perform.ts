import type { Command } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import { isFinal, type Operation, type Step } from '#contract/panel/operation.ts'
import { createRecordKeeper } from './keep-record.ts'
import type { Change, Clock, Gateway, OperationStore, Permit, Send, SetAnswer } from './ports.ts'
import { failed, settle, stepOf } from './settle.ts'
import { settleCommand } from './settle-command.ts'
import { createTurns } from './turns.ts'

interface Parts {
  store: OperationStore
  gateway: Pick<Gateway, 'set' | 'getCommand'>
  clock: Clock
  newId(): string
  /** Goes on with a cached command that was accepted. */
  follow(operation: Operation): void
  /** Told when an operation ended: what waits for the same device may move now. */
  ended(operation: Operation): void
  /** Told of what the disk refused. */
  trouble(error: unknown): void
}

/** ms */
const tellSentAfter = 1000
/** ms between the press and the sending: a value that leaves when nobody expects it any more does harm. */
const longestDecision = 30_000

const contents = [
  'gatewayId',
  'person',
  'personId',
  'orgId',
  'assetId',
  'productKey',
  'deviceKey',
  'measurepointId',
  'pendingTtl',
  'timeout',
  'body',
] as const

const turnOf = ({ orgId, measurepointId, deviceAssetId, productKey, deviceKey }: Send): string =>
  JSON.stringify([orgId, measurepointId, ...(deviceAssetId ? [deviceAssetId] : [productKey, deviceKey])])

function assertSame(earlier: Send, send: Send): void {
  // What older records do not hold tells nothing.
  const other = contents.find((name) => earlier[name] !== undefined && earlier[name] !== send[name])
  if (other) throw new Failure('idempotencyConflict', `the key was used before with another ${other}`)
}

/**
 * Performs a send exactly once: it is on disk before anything leaves, and the same idempotency key
 * never sends again but gets the recorded outcome, waiting for it where it is not known yet.
 * @throws Failure idempotencyConflict where the key stands for another content, and unresolvedUnknown where an
 * earlier send to the point has to be cleared up first; nothing is recorded then.
 */
export function createPerformer({ store, gateway, clock, newId, follow, ended, trouble }: Parts) {
  const inProgress = new Map<string, { send: Send; outcome: Promise<Operation> }>()
  const inTurn = createTurns()
  const recorded = (operation: Operation): void => (isFinal(operation.outcome) ? ended(operation) : follow(operation))
  const keeper = createRecordKeeper({ store, clock, recorded, trouble })

  /** @throws Failure unresolvedUnknown where an earlier send may have acted: another could make the device act twice. */
  function assertClear(wanted: Send): void {
    const unresolved = store.unresolved(wanted)
    if (!unresolved) return
    throw new Failure('unresolvedUnknown', `the outcome of operation ${unresolved.id} for this point is unknown`, {
      data: { operationId: unresolved.id },
    })
  }

  /** @throws Failure notRecorded where the disk is full or gone: nothing may leave that is not recorded. */
  async function onDisk<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (cause) {
      trouble(cause)
      throw new Failure('notRecorded', 'the operation could not be recorded, so nothing was sent', { cause })
    }
  }

  function record(send: Send): Promise<Operation> {
    const time = clock.now()
    const operation = {
      ...send,
      id: newId(),
      createTime: time,
      endTime: null,
      outcome: 'waiting',
      failure: null,
      code: null,
      message: '',
      commandId: '',
      state: null,
      steps: [{ kind: 'recorded', time }],
      answer: '',
    } as const satisfies Omit<Operation, 'revision'>
    return onDisk(() => store.record(operation))
  }

  /** A command just made may not be found at once (§2), and a gateway that is away may be back in a moment. */
  async function getCommand(operation: Operation, tries = 3): Promise<Command> {
    try {
      return await gateway.getCommand(operation)
    } catch (error) {
      if (!(error instanceof Failure) || tries === 1) throw error
      await new Promise<void>((resolve) => clock.at(clock.now() + 1000, resolve))
      return await getCommand(operation, tries - 1)
    }
  }

  /** A number of the device's own: the command's state tells whether it acted, nothing else does (§7.2 Q1). */
  async function askWhatItMeans(operation: Operation, answer: SetAnswer): Promise<Change> {
    const { code, message, commandId, text } = answer
    const heard: Change = { code, message, commandId, answer: text }
    const now = clock.now()
    try {
      const command = await getCommand({ ...operation, commandId })
      const told = settleCommand(operation, command, clock.now())
      if (told.outcome === 'waiting' || told.outcome === 'queued') {
        // An instant call has been answered: its command will not be heard of again.
        if (operation.pendingTtl === 0) return { ...heard, ...failed('noAnswerInTime', now), state: command.state }
      }
      return { ...told, ...heard, steps: [] }
    } catch (error) {
      if (error instanceof Failure) return { ...heard, ...failed('lostTrack', now) }
      throw error
    }
  }

  async function send(operation: Operation): Promise<Operation> {
    let sent: Step[] = []
    let silent = (): void => {}
    const answer = await gateway.set(operation, () => {
      sent = [{ kind: 'sent', time: clock.now() }]
      silent()
      // Who waits for long sees that it left; a disk that fails here fails the settling too, and is told of there.
      silent = clock.at(clock.now() + tellSentAfter, () => {
        store.change(operation.id, { steps: sent.splice(0) }).catch(() => {})
      })
    })
    silent()
    const now = clock.now()
    const steps = [...sent, stepOf(operation, answer, now)]
    const settled = settle(operation, answer, now)
    const change = settled === 'ask' ? await askWhatItMeans(operation, answer) : settled
    return await keeper.settle(operation, { ...change, steps: [...steps, ...(change.steps ?? [])] })
  }

  /** Records a send that may be made. Another to the same point of the device is decided about when this one is on record. */
  async function admit(wanted: Send, permit: Permit): Promise<Operation> {
    const asked = clock.now()
    const target = { ...wanted, ...(await permit.identify(wanted)) }
    return await inTurn(turnOf(target), async () => {
      const found = await permit.decide(target)
      // An unknown outcome that is not on disk yet would not hold this one back.
      await onDisk(keeper.writeLate)
      assertClear(target)
      if (clock.now() - asked > longestDecision) {
        throw new Failure('targetUnknown', 'the look-ups that decide about it took too long, so nothing was sent')
      }
      return await record({ ...target, ...found })
    })
  }

  async function run(wanted: Send, permit: Permit): Promise<Operation> {
    const earlier = store.withKey(wanted.idempotencyKey)
    if (!earlier) return await send(await admit(wanted, permit))
    assertSame(earlier, wanted)
    const known = keeper.withKey(wanted.idempotencyKey)
    if (known) return known
    // Never answered and not in progress: whether it left is unknown, so it must not leave again.
    if (earlier.outcome === 'waiting' && earlier.commandId === '') return await interrupt(store, earlier, clock.now())
    return earlier
  }

  async function perform(wanted: Send, permit: Permit): Promise<Operation> {
    const running = inProgress.get(wanted.idempotencyKey)
    if (running) {
      assertSame(running.send, wanted)
      return await running.outcome
    }
    const outcome = run(wanted, permit).finally(() => inProgress.delete(wanted.idempotencyKey))
    inProgress.set(wanted.idempotencyKey, { send: wanted, outcome })
    return await outcome
  }

  return {
    perform,
    /** Resolves when no send is in progress and, where the disk takes it, all that is known is on disk. For the end. */
    async idle(): Promise<void> {
      while (inProgress.size > 0) await Promise.allSettled([...inProgress.values()].map(({ outcome }) => outcome))
      await keeper.stop()
    },
  }
}

/** Ends an operation of which nobody knows any more whether it left. */
export const interrupt = (store: OperationStore, operation: Operation, time: number): Promise<Operation> =>
  store.change(operation.id, { ...failed('interrupted', time), steps: [{ kind: 'interrupted', time }] })
