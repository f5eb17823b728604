import type { Command } from '#contract/enos/command.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** How long a command waits for those ahead of it, once the device takes commands; ms. */
export interface Turn {
  /** By how long the device usually takes to answer; undefined where nothing is known of that. */
  usual: number | undefined
  /** Where every one ahead uses up its time-out. */
  atMost: number
}

const timeOf = ({ steps }: Operation, kind: Operation['steps'][number]['kind']): number | undefined =>
  steps.findLast((step) => step.kind === kind)?.time

/** How long a device usually takes to answer, by its successes; ms, the median. */
export function usualAnswerTime(operations: readonly Operation[]): number | undefined {
  const times = operations.flatMap((operation) => {
    const [sent, answered] = [timeOf(operation, 'released') ?? timeOf(operation, 'sent'), timeOf(operation, 'answered')]
    return operation.outcome === 'done' && sent !== undefined && answered !== undefined && answered >= sent
      ? [answered - sent]
      : []
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]
}

/** The turns of the commands of a queue, in its order: one goes out when the one before has ended (§1.4). */
export function turnsOf(commands: readonly Command[], usual: number | undefined): Turn[] {
  let atMost = 0
  return commands.map(({ timeout }, index) => {
    const turn = { usual: usual === undefined ? undefined : usual * index, atMost }
    atMost += timeout * 1000
    return turn
  })
}
