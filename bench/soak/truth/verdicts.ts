import type { Evidence, Violation } from './evidence.ts'
import type { Stories, Story } from './stories.ts'

/**
 * What the proxy found out afterwards of an unknown outcome by its command's state: the device has to have done just that,
 * and a command that no answer had named must not be another's. (What it found by a report is only likely, and says so.)
 */
export function checkVerdicts({ operations }: Evidence, { stories }: Stories): Violation[] {
  const byId = new Map<string, Story>(stories.map((story) => [story.commandId, story]))
  return operations.flatMap((operation): Violation[] => {
    const found = operation.verdict?.evidence.find((one) => one.kind === 'commandState')
    if (found?.kind !== 'commandState') return []
    const story = byId.get(found.commandId ?? operation.commandId)
    const wrong = (words: string): Violation[] => [{ claim: 'verdict', words, about: { operation, story } }]
    if (!story) return wrong('found in a command that nobody knows')
    const another = story.operation ?? story.asked
    if (operation.commandId === '' && another) return wrong('found in the command of another send')
    const acts = story.acts.length
    if (found.outcome === 'done') return acts === 1 ? [] : wrong(`found to be done, and the device acted ${acts} times`)
    return acts === 0 ? [] : wrong(`found to be ${found.outcome}, and the device acted`)
  })
}
