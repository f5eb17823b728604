import { Failure } from '#contract/enos/failure.ts'
import { isFinal, type Operation } from '#contract/panel/operation.ts'
import { createLines } from './lines.ts'
import type { Change, Clock, Gateway, OperationStore } from './ports.ts'
import { failed } from './settle.ts'
import { settleCommand } from './settle-command.ts'

/** ms; the time between two questions grows from the first to the last, and on where no answer comes. */
const firstInterval = 1000
const lastInterval = 60_000
const lastSilentInterval = 5 * 60_000
const growth = 1.6
/** ms for which "not found" means "not yet" (§2), counted from the first time in a row. */
const missingFor = 60_000
/** ms for which EnOS keeps a command that has ended (§1.4 rule 8). */
const history = 7 * 24 * 3600 * 1000
/** Questions at the same time, so that a long queue does not flood a gateway. */
const mostAtOnce = 8

interface Followed {
  operation: Operation
  interval: number
  /** Whether the last question got no answer. */
  isSilent: boolean
  /** When EnOS first said that it does not know the command; null while it does. */
  missingSince: number | null
  state: 'resting' | 'inLine' | 'asking'
  /** Asked for while a question was under way: its answer may be older than the reason to ask. */
  again: boolean
  stopTimer(): void
}

interface Parts {
  store: OperationStore
  gateway: Gateway
  clock: Clock
  /** 0 to 1; spreads the questions. */
  random(): number
  ended(operation: Operation): void
  /** Told of what no rule expects; the command is asked for again later. */
  trouble(error: unknown): void
}

/** Asks for cached commands until they end (§2.1), each at growing intervals. */
export function createFollower({ store, gateway, clock, random, ended, trouble }: Parts) {
  const all = new Map<string, Followed>()
  const lines = createLines(mostAtOnce)
  let stopped = false

  function rest(followed: Followed): void {
    followed.state = 'resting'
    const longest = followed.isSilent ? lastSilentInterval : lastInterval
    const wait = Math.round(Math.min(followed.interval, longest) * (0.8 + 0.4 * random()))
    followed.interval = Math.min(followed.interval * growth, longest)
    followed.stopTimer = clock.at(clock.now() + wait, () => enterLine(followed))
  }

  function enterLine(followed: Followed): void {
    followed.stopTimer()
    followed.state = 'inLine'
    lines.enter(followed.operation.gatewayId, async () => {
      followed.state = 'asking'
      await ask(followed)
    })
  }

  /** What the answer, or its lack, says; null for nothing yet. */
  async function question(followed: Followed): Promise<Change | null> {
    const { operation } = followed
    const now = clock.now()
    try {
      const command = await gateway.getCommand(operation)
      followed.missingSince = null
      followed.isSilent = false
      return settleCommand(operation, command, clock.now())
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const missing = error.failure === 'notFound'
      followed.isSilent = !missing
      if (missing) followed.missingSince ??= now
      else followed.missingSince = null
      const forgotten = operation.createTime + (operation.pendingTtl + operation.timeout) * 1000 + history
      const lost = (followed.missingSince !== null && now - followed.missingSince >= missingFor) || now >= forgotten
      return lost ? { ...failed('lostTrack', now), code: missing ? error.code : null, message: error.message } : null
    }
  }

  async function ask(followed: Followed): Promise<void> {
    followed.again = false
    try {
      const change = await question(followed)
      if (!all.has(followed.operation.id)) return
      const before = followed.operation
      const news =
        change && (change.state !== before.state || change.outcome !== before.outcome || change.steps?.length)
      if (news) {
        followed.operation = await store.change(before.id, change)
        followed.interval = firstInterval
      }
      if (isFinal(followed.operation.outcome)) {
        all.delete(before.id)
        ended(followed.operation)
        return
      }
    } catch (error) {
      trouble(error)
    }
    if (!all.has(followed.operation.id)) return
    if (followed.again) enterLine(followed)
    else rest(followed)
  }

  /** Asks at once for those that something is likely to have happened to, for no more than the `most` oldest. */
  function askNow(which: (operation: Operation) => boolean, most = Number.POSITIVE_INFINITY): void {
    let count = 0
    for (const followed of all.values()) {
      if (!which(followed.operation)) continue
      if (++count > most) return
      followed.interval = firstInterval
      if (followed.state === 'asking') followed.again = true
      else if (followed.state === 'resting') enterLine(followed)
    }
  }

  return {
    follow(operation: Operation): void {
      if (stopped || all.has(operation.id)) return
      const followed: Followed = {
        operation,
        interval: firstInterval,
        isSilent: false,
        missingSince: null,
        state: 'resting',
        again: false,
        stopTimer: () => {},
      }
      all.set(operation.id, followed)
      rest(followed)
    },

    askNow,

    /** A gateway answers again: what it did not answer is asked now. */
    answers(gatewayId: string): void {
      const isOfIt = ({ gatewayId: own }: Operation): boolean => own === undefined || own === gatewayId
      askNow((operation) => isOfIt(operation) && all.get(operation.id)?.isSilent === true)
    },

    stop(): void {
      stopped = true
      for (const { stopTimer } of all.values()) stopTimer()
      all.clear()
      lines.clear()
    },
  }
}
export type Follower = ReturnType<typeof createFollower>
