import { describe, expect, it } from 'vitest'
import { asJson, asLines } from './table.ts'

const met = { met: true, name: 'idle', result: '1 MB', goal: '≤ 2 MB' }
const missed = { name: 'rate', goal: '≥ 0.7 ×', result: '0.4 ×', met: false, rounds: 3 }

describe('the table of the bench', () => {
  it('is an array of name, goal, result and met for programs', () => {
    expect(JSON.parse(asJson([met, missed]))).toStrictEqual([
      { name: 'idle', goal: '≤ 2 MB', result: '1 MB', met: true },
      { name: 'rate', goal: '≥ 0.7 ×', result: '0.4 ×', met: false },
    ])
    expect(asJson([])).toBe('[]')
  })

  it('has a line for each row, with a mark before what is missed', () => {
    expect(asLines([met, missed])).toEqual(['  idle  ≤ 2 MB   1 MB', '! rate  ≥ 0.7 ×  0.4 ×'])
  })
})
