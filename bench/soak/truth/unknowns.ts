import { commandStates } from '../../../src/contract/enos/command.ts'
import type { FailureName } from '../../../src/contract/enos/failures.ts'
import type { AskedSend } from '../drive.ts'
import { deviceName as nameOf } from '../fleet/device-log.ts'
import type { Trouble } from '../link.ts'
import type { ProgramName } from '../program.ts'
import type { Evidence, Violation } from './evidence.ts'
import type { Stories, Story } from './stories.ts'

/** ms within which a disturbance counts as having been at the same time. */
const around = 700
/** ms that a busy machine and a slow line may take from the device's answer to the command's end. */
const slack = 2600
/** ms after its answer within which a device's connection or program has to live for the answer to leave. */
const leaving = 1000

/** Whether bytes are lost by it: who stops listening also resets those that the system let in before. */
const losing: Record<Trouble['kind'], boolean> = { cut: true, halfOpen: true, refuse: true, delay: false }

/** Says why nobody can know what became of a command; null where somebody could. */
export function createJudge({ troubles, outages, jumps, devices, asked, heldUp }: Evidence) {
  // A device behind a gateway comes and goes with it.
  const carriers = new Map(asked.map(({ device }) => [nameOf(device), device.gateway ?? nameOf(device)]))
  const closes = new Map<string, number[]>()
  for (const { kind, device, time } of devices) {
    if (kind === 'close' || kind === 'open') closes.set(device, [...(closes.get(device) ?? []), time])
  }
  const within = (one: { from: number; to: number }, from: number, to: number): boolean =>
    one.from <= to + around && one.to >= from - around
  const wasAway = (program: ProgramName, from: number, to: number): boolean =>
    outages.some((outage) => outage.program === program && within(outage, from, to))
  /** ms in all for which the machine held up who had to take an answer, or to let it leave. */
  const heldUpWithin = (from: number, to: number): number =>
    heldUp.reduce((sum, one) => (within(one, from, to) ? sum + one.to - one.from : sum), 0)
  /** `isIt`: whether a connection that was disturbed, by its name, is the one in question; one without a name may be. */
  const hadTrouble = (link: string, from: number, to: number, isIt: (name: string) => boolean): boolean =>
    troubles.some(
      (trouble) =>
        trouble.link === link &&
        losing[trouble.kind] &&
        within(trouble, from, to) &&
        (trouble.names === null || trouble.names.some((name) => name === '' || isIt(name))),
    )

  /** A time of connect's, whose clock may have been wrong then. */
  function realOf(time: number): number {
    const jump = jumps.find(
      ({ programs, ahead, from, to }) =>
        programs.includes('connect') && within({ from, to }, time - ahead, time - ahead),
    )
    return time - (jump?.ahead ?? 0)
  }

  /** A device that was told, and whose answer did not end the command. */
  function noAnswer({ told, says, command, asked }: Story): string | null {
    const [first] = told
    const carrier = (command && carriers.get(nameOf(command))) ?? ''
    const began = first?.time ?? asked?.from ?? realOf(command?.sentTime ?? 0)
    const accepted = asked?.from ?? (command ? realOf(command.createTime) : began)
    const timeout = (command?.timeout ?? 0) * 1000
    // An instant command's time runs from its acceptance (§1.5).
    const deadline = (command?.pendingTtl === 0 ? accepted : began) + timeout
    const isCarrier = (name: string): boolean => name === carrier
    // Started anew with another clock, it has only that to tell how long a command has been in flight.
    const hasJumped = jumps.some((jump) => jump.programs.includes('connect') && within(jump, began - 1000, deadline))
    if (hasJumped && wasAway('connect', began, deadline)) return 'connect was killed, and its clock jumped'
    if (!first) {
      const to = asked ? Math.max(asked.to, asked.from + timeout) + (command?.pendingTtl ?? 0) * 1000 : deadline
      const from = asked?.from ?? began
      const isGone = (closes.get(carrier) ?? []).some((time) => time >= from - around && time <= to + slack)
      if (
        isGone ||
        hadTrouble('broker', from, to, isCarrier) ||
        wasAway('fleet', from, to) ||
        wasAway('connect', from, to)
      ) {
        return 'the connection to the device was lost'
      }
      return null
    }
    const inTime = says.find(({ time }) => time <= deadline)
    if (!inTime) return 'the device gave no answer in time'
    if (!inTime.up) return "the device's answer had no connection"
    const { time } = inTime
    if (wasAway('connect', first.time, time)) return 'connect was killed'
    if ((closes.get(carrier) ?? []).some((end) => end >= first.time - 100 && end <= time + leaving)) {
      return "the device's connection was lost"
    }
    if (wasAway('fleet', time, time + leaving)) return 'the devices were killed'
    if (hadTrouble('broker', first.time, time + leaving, isCarrier)) return 'the line to the device was disturbed'
    if (time > deadline - slack) return `the device answered less than ${slack} ms before its time was over`
    // What was held up for long comes through a crowd of others that were.
    const late = 2 * heldUpWithin(time, deadline)
    return time > deadline - slack - late ? 'the machine held up connect or the devices' : null
  }

  /** A call of the proxy's that got no answer, or one that cannot be read. */
  function noCall({ from, to, device, point }: AskedSend): string | null {
    if (wasAway('connect', from, to)) return 'connect was killed'
    const isCall = (line: string): boolean =>
      (line.includes(device.assetId) || line.includes(device.deviceKey)) &&
      (line.includes(point) || line.startsWith('GET'))
    if (hadTrouble('gateway', from, to, isCall)) return 'the line to connect was disturbed'
    return null
  }

  function ofFailure(failure: FailureName | null, story: Story): string | null {
    const { asked } = story
    switch (failure) {
      case 'interrupted':
        return asked && wasAway('proxy', asked.from, asked.to) ? 'the proxy was killed' : null
      case 'noAnswerInTime':
        return noAnswer(story)
      case 'connectionLost':
      case 'unreadableAnswer':
      case 'lostTrack':
        return asked && noCall(asked)
      default:
        return null
    }
  }
  return { ofFailure, noAnswer, wasAway }
}

/** Each unknown outcome with the reason why the evidence was lost, or as a violation. */
export function judgeUnknowns(evidence: Evidence, { stories, nameless, unheard }: Stories) {
  const judge = createJudge(evidence)
  const reasons = new Map<string, number>()
  const violations: Violation[] = []
  const note = (kind: string, why: string | null, about: unknown): void => {
    if (why === null)
      violations.push({ claim: 'unknown', words: `${kind}: nothing was lost that would explain it`, about })
    else reasons.set(`${kind}: ${why}`, (reasons.get(`${kind}: ${why}`) ?? 0) + 1)
  }
  const empty = { commandId: '', command: null, told: [], acts: [], says: [] }
  for (const story of stories) {
    const { operation, command, asked } = story
    if (operation?.outcome === 'unknown') {
      note(`operation ${operation.failure}`, judge.ofFailure(operation.failure, story), story)
    } else if (!operation && command?.state === commandStates.timedOut) {
      note(asked ? 'call noAnswerInTime' : 'command noAnswerInTime', judge.noAnswer(story), story)
    }
  }
  for (const { operation, asked } of nameless) {
    if (operation.outcome !== 'unknown') continue
    note(`operation ${operation.failure}`, judge.ofFailure(operation.failure, { ...empty, operation, asked }), {
      operation,
      asked,
    })
  }
  for (const asked of unheard) {
    if (asked.heard[0]) continue
    note('call unanswered', judge.wasAway('connect', asked.from, asked.to) ? 'connect was killed' : null, asked)
  }
  return { reasons, violations }
}
