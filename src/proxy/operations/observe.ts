import { Failure } from '#contract/enos/failure.ts'
import type { Evidence, Operation } from '#contract/panel/operation.ts'
import { judge, judgeReadBack, readBackWithin, reportOf, stateOf } from './judge.ts'
import type { Clock, Note, OperationStore, Witness } from './ports.ts'

/** ms; the time between two looks grows from the first to the last. */
const firstInterval = 2000
const lastInterval = 60_000
const growth = 1.5
/** Looks at the same time: evidence has more time than commands. */
const mostAtOnce = 4
/** Beyond so many under observation, what is done is not read back: that would crowd out the commands. */
const mostReadBacks = 200

interface Observed {
  operation: Operation
  evidence: Evidence[]
  interval: number
  /** Whether EnOS has ever said what the device reports, or that it will not say. */
  isTold: boolean
  stopTimer(): void
}

interface Parts {
  store: Pick<OperationStore, 'note' | 'undecided'>
  witness: Witness
  clock: Clock
  /** Told of what no rule expects; the operation is looked at again later. */
  trouble(error: unknown): void
}

const isOpen = ({ outcome, verdict, readBack }: Operation): boolean =>
  (outcome === 'unknown' && !verdict) || (outcome === 'done' && !readBack)

/** ms after the end for which a gateway that cannot be reached is waited for. */
const patience = 24 * 3600 * 1000
/** Answers that will be the same later. */
const lasting: readonly string[] = ['permissionDenied', 'notFound']

/** What EnOS cannot tell now it may tell later. */
const orFailure = async <T>(question: Promise<T>): Promise<T | Failure> => {
  try {
    return await question
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/** Looks for what a device did after its operation has ended: a verdict on an unknown outcome, a read-back of a done one. */
export function createObserver({ store, witness, clock, trouble }: Parts) {
  const all = new Map<string, Observed>()
  let line: Observed[] = []
  let looking = 0
  let stopped = false

  function rest(observed: Observed): void {
    observed.stopTimer = clock.at(clock.now() + observed.interval, () => {
      line.push(observed)
      serve()
    })
    observed.interval = Math.min(Math.round(observed.interval * growth), lastInterval)
  }

  function serve(): void {
    while (looking < mostAtOnce) {
      const next = line.shift()
      if (!next) return
      looking++
      void look(next).finally(() => {
        looking--
        serve()
      })
    }
  }

  async function gather(observed: Observed): Promise<void> {
    const { operation, evidence } = observed
    if (operation.outcome === 'unknown' && operation.commandId !== '') {
      const command = await orFailure(witness.getCommand(operation))
      const state = command instanceof Failure ? null : stateOf(operation, command, clock.now())
      if (state) evidence.push(state)
    }
    const latest = await orFailure(witness.latest(operation))
    if (latest instanceof Failure) {
      observed.isTold ||= lasting.includes(latest.failure)
      return
    }
    observed.isTold = true
    const report = latest && reportOf(operation, latest, clock.now())
    if (report && report.time !== evidence.at(-1)?.time) evidence.push(report)
  }

  function noteOf({ operation, evidence, isTold }: Observed): Note | null {
    const now = clock.now()
    // Silence of the gateway is not silence of the device.
    if (evidence.length === 0 && !isTold && now < (operation.endTime ?? operation.createTime) + patience) return null
    if (operation.outcome === 'unknown') {
      const verdict = judge(operation, evidence, now)
      return verdict && { verdict }
    }
    const readBack = judgeReadBack(operation, evidence, now)
    return readBack && { readBack }
  }

  async function look(observed: Observed): Promise<void> {
    const { id } = observed.operation
    try {
      await gather(observed)
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
    const observed: Observed = { operation, evidence: [], interval: firstInterval, isTold: false, stopTimer: () => {} }
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

    stop(): void {
      stopped = true
      for (const { stopTimer } of all.values()) stopTimer()
      all.clear()
      line = []
    },
  }
}
