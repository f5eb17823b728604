import { Counter, Histogram } from 'prom-client'
import { type CommandState, commandStates } from '#contract/enos/command.ts'
import { failures } from '#contract/enos/failures.ts'
import { createFigures, latencyBuckets } from '#service/create-figures.ts'
import type { CommandStep } from './watch-store.ts'

const minute = 60
const hour = 60 * minute
/** Seconds; a cached command waits for 48 h at most (§1.1). */
const waitBuckets = [0.1, 1, 10, minute, 10 * minute, hour, 6 * hour, 24 * hour, 48 * hour]

const kinds = ['instant', 'cached'] as const
type Kind = (typeof kinds)[number]
const kindOf = (pendingTtl: number): Kind => (pendingTtl > 0 ? 'cached' : 'instant')

/** The states in which a command ends. */
const ends = new Map<CommandState, string>([
  [commandStates.succeeded, 'succeeded'],
  [commandStates.failed, 'failed'],
  [commandStates.timedOut, 'timedOut'],
  [commandStates.expired, 'expired'],
  [commandStates.canceled, 'canceled'],
])

/** Our own codes that say that nothing was sent; no device's code passes for one (commands/reply.ts). */
const notSent: ReadonlySet<number | null | undefined> = new Set(
  Object.values(failures)
    .filter(({ delivery }) => delivery === 'notSent')
    .map(({ code }) => code),
)

/** What happened to commands and devices since the start, counted as it happens. */
export function createConnectFigures(version: string) {
  const figures = createFigures('connect', version)
  const registers = [figures.registry]

  const accepted = new Counter({
    name: 'setpoint_commands_accepted_total',
    help: 'Commands that were stored, by kind; instant ones for a device that could not be reached are among them.',
    labelNames: ['kind'],
    registers,
  })
  const ended = new Counter({
    name: 'setpoint_commands_total',
    help: 'Commands that ended, by kind and state; timedOut: the device may have acted.',
    labelNames: ['kind', 'state'],
    registers,
  })
  for (const kind of kinds) {
    accepted.inc({ kind }, 0)
    for (const state of ends.values()) ended.inc({ kind, state }, 0)
  }
  const seconds = new Histogram({
    name: 'setpoint_instant_command_seconds',
    help: 'Instant commands that a device answered: from acceptance to the answer on disk.',
    buckets: latencyBuckets,
    registers,
  })
  const answerSeconds = new Histogram({
    name: 'setpoint_device_answer_seconds',
    help: 'From the sending of a command to its device to the device’s answer.',
    labelNames: ['kind'],
    buckets: latencyBuckets,
    registers,
  })
  const waitSeconds = new Histogram({
    name: 'setpoint_cached_command_wait_seconds',
    help: 'Cached commands: from acceptance to the sending.',
    buckets: waitBuckets,
    registers,
  })
  const writeSeconds = new Histogram({
    name: 'setpoint_write_seconds',
    help: 'From a step of a command to its being on disk, waiting for the group included.',
    buckets: latencyBuckets,
    registers,
  })
  const signIns = new Counter({
    name: 'setpoint_device_sign_ins_total',
    help: 'Devices that came online, sub-devices too.',
    registers,
  })
  const ignoredReplies = new Counter({
    name: 'setpoint_ignored_replies_total',
    help: 'Replies of devices that ended nothing: late, foreign, or to what nobody asked.',
    registers,
  })

  function step({ command, state, change, ...measured }: CommandStep): void {
    const { pendingTtl, createTime, sentTime } = command
    const kind = kindOf(pendingTtl)
    writeSeconds.observe(measured.writeSeconds)
    if (change.state === undefined) accepted.inc({ kind })
    if (state === commandStates.sent && kind === 'cached' && change.sentTime) {
      waitSeconds.observe(secondsBetween(createTime, change.sentTime))
    }
    const name = ends.get(state)
    if (name === undefined) return
    ended.inc({ kind, state: name })
    const isRefused = state === commandStates.failed && !notSent.has(change.resultCode)
    if (sentTime === null || !change.endTime || !(state === commandStates.succeeded || isRefused)) return
    answerSeconds.observe({ kind }, secondsBetween(sentTime, change.endTime))
    if (kind === 'instant') seconds.observe(secondsBetween(createTime, change.endTime))
  }

  return {
    ...figures,
    step,
    cameOnline: (): void => signIns.inc(),
    ignoredReply: (): void => ignoredReplies.inc(),
  }
}

/** Of ms since the epoch; a clock that was set back makes no negative ones. */
const secondsBetween = (from: number, to: number): number => Math.max(0, to - from) / 1000
