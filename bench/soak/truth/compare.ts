import { checkOrder, checkStories } from './claims.ts'
import type { Evidence, Violation } from './evidence.ts'
import { checkKeys, checkNobodys } from './keys.ts'
import { tellStories } from './stories.ts'
import { judgeUnknowns } from './unknowns.ts'
import { checkVerdicts } from './verdicts.ts'

const countBy = <T>(items: readonly T[], nameOf: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1
  return counts
}

/** Compares the logs by the table of claims (docs/truth-check.md). */
export function compare(evidence: Evidence) {
  const stories = tellStories(evidence)
  const unknowns = judgeUnknowns(evidence, stories)
  const violations: Violation[] = [
    ...checkStories(stories.stories),
    ...checkOrder(stories.stories),
    ...checkKeys(evidence),
    ...checkNobodys(stories),
    ...checkCancels(evidence),
    ...checkVerdicts(evidence, stories),
    ...unknowns.violations,
  ]
  const { operations, commands, devices } = evidence
  return {
    violations,
    reasons: unknowns.reasons,
    counts: {
      verdicts: countBy(
        operations.filter(({ outcome }) => outcome === 'unknown'),
        ({ verdict }) => verdict?.kind ?? 'none yet',
      ),
      outcomes: countBy(operations, ({ outcome }) => outcome),
      failures: countBy(operations, ({ outcome, failure }) => `${outcome} ${failure ?? ''}`.trim()),
      states: countBy(commands, ({ state }) => String(state)),
      devices: countBy(devices, ({ kind }) => kind),
    },
  }
}
export type Compared = ReturnType<typeof compare>

const canceled = 2

/** What a cancel call listed was withdrawn; that nobody was told of it is a claim about each command. */
function checkCancels({ cancels, commands }: Evidence): Violation[] {
  const states = new Map(commands.map(({ commandId, state }) => [commandId, state]))
  return cancels.flatMap((one) =>
    (one.heard?.code === 0 ? one.heard.listed : [])
      .filter((commandId) => states.get(commandId) !== canceled)
      .map(
        (commandId): Violation => ({
          claim: 'canceled',
          words: `${commandId} is in state ${states.get(commandId)}`,
          about: one,
        }),
      ),
  )
}
