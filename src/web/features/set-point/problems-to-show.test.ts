import { expect, test } from 'vitest'
import { problemsToShow } from './problems-to-show.ts'

const problems = {
  draft: [
    { path: [], problem: { kind: 'empty' as const } },
    { path: ['low'], problem: { kind: 'notInteger' as const } },
  ],
  timeout: true,
  keep: false,
}

test('mistakes are pointed out when the typing has stopped, missing values only when somebody tries to send', () => {
  expect(problemsToShow(problems, { isAttempted: false, isRested: false })).toBeNull()
  const rested = problemsToShow(problems, { isAttempted: false, isRested: true })
  expect(rested?.draft.map(({ problem }) => problem.kind)).toEqual(['notInteger'])
  expect(rested?.timeout).toBe(true)
  expect(problemsToShow(problems, { isAttempted: true, isRested: false })).toBe(problems)
})
