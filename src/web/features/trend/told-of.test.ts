import { describe, expect, it } from 'vitest'
import { ExactNumber, stringifyExact } from '#contract/value/exact.ts'
import { en } from '../../text/en.ts'
import type { Shown } from './shown.ts'
import { toldOf } from './told-of.ts'

const start = Date.parse('2026-01-05T12:00:00')
const text = { ...en, locale: 'en' }
const shown = (values: (string | boolean)[], isNumeric = true): Shown => ({
  point: 'Power',
  from: start,
  to: start + 60_000,
  reports: values.map((value, index) => ({
    time: start + index * 1000,
    value: typeof value === 'string' ? new ExactNumber(value) : value,
  })),
  textOf: (value) => `${stringifyExact(value)} kW`,
  isNumeric,
})

describe('what a plot tells somebody who does not see it', () => {
  it('is the lowest, the highest and the latest value, digits as reported', () => {
    expect(toldOf(shown(['2.50', '9007199254740993', '9007199254740992', '3.0']), start, text)).toBe(
      'Power, 12:00:00 to 12:01:00: lowest 2.50 kW, highest 9007199254740993 kW, latest 3.0 kW at 12:00:03; 4 reports.',
    )
  })

  it('is of steps the latest', () => {
    expect(toldOf(shown([true], false), start, text)).toBe(
      'Power, 12:00:00 to 12:01:00: latest true kW at 12:00:00; one report.',
    )
  })

  it('says that there is nothing', () => {
    expect(toldOf(shown([]), start, text)).toBe('No reports in this span.')
  })
})
