import { expect, test } from 'vitest'
import { en } from '../../text/en.ts'
import { ruleWords } from './rule-words.ts'

const none = { minimum: null, maximum: null, largestStep: null, leastInterval: null, hours: [] }

test('the limits of one rule are one sentence, and each rule is named once', () => {
  const rule = 'Grid contract'
  const limits = {
    ...none,
    minimum: { value: '0', rule },
    maximum: { value: '66.0', rule },
    largestStep: { value: '10', rule },
    leastInterval: { value: 30, rule: 'Settle' },
  }
  expect(ruleWords({ limits }, 'MW', en)).toEqual([
    'Rule “Grid contract”: from 0 to 66.0 MW, by at most 10 MW at once',
    'Rule “Settle”: 30 s between two sends',
  ])
})

test('bounds of different rules stay with their own', () => {
  const limits = { ...none, minimum: { value: '1', rule: 'A' }, maximum: { value: '2', rule: 'B' } }
  expect(ruleWords({ limits }, '', en)).toEqual(['Rule “A”: at least 1', 'Rule “B”: at most 2'])
  expect(ruleWords({ limits: none }, 'kW', en)).toEqual([])
})
