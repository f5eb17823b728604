import { describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { ladderOf } from './ladder.ts'
import { heightsFor, plotDataOf } from './plot-data.ts'

const ladder = ladderOf(null, [], 'en')
if (!ladder) throw new Error('numbers have heights')
const report = (time: number, text: string) => ({ time, value: new ExactNumber(text) })

describe('the line of a plot', () => {
  it('carries the last report on to the end, apart from what was reported', () => {
    expect(plotDataOf([report(1, '5'), report(3, '7')], ladder, 10)).toEqual([
      [1, 3, 10],
      [5, 7, null],
      [null, 7, 7],
    ])
  })

  it('leaves out what has no height, and may be empty', () => {
    expect(plotDataOf([{ time: 1, value: 'text' }, report(2, '7')], ladder, 2)).toEqual([[2], [7], [null]])
    expect(plotDataOf([], ladder, 10)).toEqual([[], [], []])
  })
})

describe('the range of a plot', () => {
  it('holds all that is drawn, with room above and below', () => {
    const [lowest, highest] = heightsFor(ladder, [3, null, 8, undefined, 5])
    expect(lowest).toBeLessThan(3)
    expect(highest).toBeGreaterThan(8)
  })

  it('has a height where all values are the same, or none are', () => {
    for (const heights of [[0], [100, 100], [-5], []]) {
      const [lowest, highest] = heightsFor(ladder, heights)
      expect(highest).toBeGreaterThan(lowest)
    }
  })

  it('gives each step the same room', () => {
    expect(heightsFor({ heightOf: () => 0, rungs: ['Off', 'On'] }, [1])).toEqual([-0.5, 1.5])
  })
})
