import { describe, expect, it } from 'vitest'
import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import { parseExact } from '#contract/value/exact.ts'
import { narrowed, ruleProblems } from './policy-rules.ts'
import { targetForTest } from './target-for-test.ts'

const none: PointLimits = { minimum: null, maximum: null, largestStep: null, leastInterval: null, hours: [] }
const rule = 'Soft limit'
const all = (value: string, limits: Partial<PointLimits>, present?: string) =>
  ruleProblems(parseExact(value), {
    limits: { ...none, ...limits },
    present: present === undefined ? undefined : parseExact(present),
    unit: 'kW',
  })
const of = (...given: Parameters<typeof all>) => all(...given)[0]?.problem ?? null

describe('the rules of the policy against a draft', () => {
  it('name the rule whose bound is crossed, and let the bound itself pass', () => {
    const limits = { minimum: { value: '500', rule }, maximum: { value: '3000', rule } }
    expect(of('3000.0', limits)).toBe(null)
    expect(of('500', limits)).toBe(null)
    expect(of('3000.1', limits)).toEqual({ kind: 'aboveRule', maximum: '3000', unit: 'kW', rule })
    expect(of('499.9', limits)).toEqual({ kind: 'belowRule', minimum: '500', unit: 'kW', rule })
  })

  it('count the step from what the device reported last, in both directions and exactly', () => {
    const limits = { largestStep: { value: '0.1', rule } }
    expect(of('0.3', limits, '0.2')).toBe(null)
    expect(of('0.1', limits, '0.2')).toBe(null)
    expect(of('0.31', limits, '0.2')).toMatchObject({ kind: 'stepOverRule', present: '0.2' })
    expect(of('-0.31', limits, '-0.2')).toMatchObject({ kind: 'stepOverRule' })
    expect(of('1e999999', limits, '0.2')).toMatchObject({ kind: 'stepOverRule' })
  })

  it('say nothing of a step without a present number, nor of what is no number', () => {
    expect(of('9', { largestStep: { value: '1', rule } })).toBe(null)
    expect(of('"9"', { maximum: { value: '1', rule } })).toBe(null)
  })

  it('hold for every element of a list, each against its own present value', () => {
    const limits = { maximum: { value: '10', rule }, largestStep: { value: '2', rule } }
    expect(all('[1, 11, 5]', limits, '[1, 11, 2]')).toEqual([
      { path: [1], problem: { kind: 'aboveRule', maximum: '10', unit: 'kW', rule } },
      { path: [2], problem: { kind: 'stepOverRule', largestStep: '2', present: '2', unit: 'kW', rule } },
    ])
  })

  it('narrow the range that is drawn, and never widen it', () => {
    const { point } = targetForTest('{"dataType":"DOUBLE","minimum":0,"maximum":3600.0}')
    if (!point) throw new Error('no point')
    const ends = (limits: Partial<PointLimits>) => {
      const { minimum, maximum } = narrowed(point, { ...none, ...limits })
      return [minimum?.value, maximum?.value]
    }
    expect(ends({ maximum: { value: '3000', rule } })).toEqual(['0', '3000'])
    expect(ends({ minimum: { value: '-5', rule }, maximum: { value: '9000', rule } })).toEqual(['0', '3600.0'])
    expect(narrowed(point, null)).toEqual(point)
  })
})
