import type { Operation } from '#contract/panel/operation.ts'
import { createGatherer, type Gathered, nothingGathered } from './gather-evidence.ts'
import { judge, judgeReadBack, readBackWithin } from './judge.ts'
import { createLines } from './lines.ts'
import type { Clock, Note, OperationStore, Witness } from './ports.ts'

/** ms; the time between two looks grows from the first to the last, and on where no answer comes. */
const firstInterval = 2000
const lastInterval = 60_000
const lastSilentInterval = 5 * 60_000
const growth = 1.5
/** Looks at the same time at one gateway: evidence has more time than commands. */
const mostAtOnce = 4
/** Beyond so many under observation, what is done is not read back: that would crowd out the commands. */
const mostReadBacks = 200

interface Observed {
  operation: Operation
  gathered: Gathered
  interval: number
  /** When it was taken up, and for how long it was waited for since; ms. */
  takenUp: number
  waited: number
  isResting: boolean
  stopTimer(): void
}

interface Parts {
  store: Pick<OperationStore, 'note' | 'undecided' | 'rivals'>
  witness: Witness
  clock: Clock
  /** Told of what no rule expects; the operation is looked at again later. */
  trouble(error: unknown): void
}

const isOpen = ({ outcome, verdict, readBack }: Operation): boolean =>
  (outcome === 'unknown' && !verdict) || (outcome === 'done' && !readBack)

/** ms after the end for which a gateway that cannot be reached is waited for. */
const patience = 24 * 3600 * 1000

/** Looks for what a device did after its operation has ended: a verdict on an unknown outcome, a read-back of a done one. */
export function createObserver({ store, witness, clock, trouble }: Parts) {
  const all = new Map<string, Observed>()
  const lines = createLines(mostAtOnce)
  const gather = createGatherer({ store, witness, clock })
  let stopped = false

  function rest(observed: Observed): void {
    const longest = observed.gathered.isSilent ? lastSilentInterval : lastInterval
    const wait = Math.min(observed.interval, longest)
    observed.interval = Math.min(Math.round(observed.interval * growth), longest)
    observed.isResting = true
    observed.stopTimer = clock.at(clock.now() + wait, () => {
      observed.waited += wait
      enterLine(observed)
    })
  }

  function enterLine(observed: Observed): void {
    observed.stopTimer()
    observed.isResting = false
    lines.enter(observed.operation.gatewayId, () => look(observed))
  }

  function noteOf({ operation, gathered, takenUp, waited }: Observed): Note | null {
    const { evidence, isTold, isPending } = gathered
    // A clock that is set forward brings no evidence: what is waited for is given up only after it was waited for.
    const now = Math.min(clock.now(), takenUp + waited)
    // Silence of the gateway is not silence of the device.
    if (evidence.length === 0 && !isTold && now < (operation.endTime ?? operation.createTime) + patience) return null
    const difference = witness.clockDifference(operation)
    if (operation.outcome === 'unknown') {
      const verdict = judge(operation, evidence, now, difference, isPending)
      return verdict && { verdict: { ...verdict, time: clock.now() } }
    }
    const readBack = judgeReadBack(operation, evidence, now, difference)
    return readBack && { readBack: { ...readBack, time: clock.now() } }
  }

  async function look(observed: Observed): Promise<void> {
    const { operation, gathered } = observed
    const { id } = operation
    try {
      await gather(operation, gathered)
      const note = noteOf(observed)
      if (note && all.has(id)) {
        await store.note(id, note)
        all.delete(id)
      }
    } catch (error) {
      trouble(error)
    }
    if (all.has(id)) rest(observed)
  }

  function observe(operation: Operation): void {
    if (stopped || !isOpen(operation) || all.has(operation.id)) return
    if (operation.outcome === 'done' && all.size >= mostReadBacks) return
    const observed: Observed = {
      operation,
      gathered: nothingGathered(),
      interval: firstInterval,
      takenUp: clock.now(),
      waited: 0,
      isResting: false,
      stopTimer: () => {},
    }
    all.set(operation.id, observed)
    rest(observed)
  }

  return {
    /** Takes up an operation that has ended, where there is something to find out. */
    observe,

    /** Takes up after a restart what was left open. */
    resume(): void {
      for (const operation of store.undecided(clock.now() - readBackWithin)) observe(operation)
    },

    /** A gateway answers again: what it did not answer is asked now. */
    answers(gatewayId: string): void {
      for (const observed of all.values()) {
        const { operation, gathered, isResting } = observed
        const isOfIt = operation.gatewayId === undefined || operation.gatewayId === gatewayId
        if (!isOfIt || !isResting || !gathered.isSilent) continue
        observed.interval = firstInterval
        enterLine(observed)
      }
    },

    stop(): void {
      stopped = true
      for (const { stopTimer } of all.values()) stopTimer()
      all.clear()
      lines.clear()
    },
  }
}
