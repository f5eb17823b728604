import { describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { project } from './projection.ts'

const record = {
  id: 'a',
  value: new ExactNumber('1.0'),
  name: { defaultValue: 'A', i18nValue: { en_US: 'A', zh_CN: '甲' } },
  points: { p: { unit: 'kW', type: 'INT' }, q: { unit: 'V', type: 'INT' } },
  items: [
    { low: 1, high: 2 },
    { low: 3, high: 4 },
  ],
}

describe('a projection (§2.4)', () => {
  it.each<[string[], unknown]>([
    [['id'], { id: 'a' }],
    [['value'], { value: new ExactNumber('1.0') }],
    [['name.i18nValue.zh_CN', 'id'], { id: 'a', name: { i18nValue: { zh_CN: '甲' } } }],
    [['points.*.unit'], { points: { p: { unit: 'kW' }, q: { unit: 'V' } } }],
    [['items[*].low'], { items: [{ low: 1 }, { low: 3 }] }],
    [['items'], { items: record.items }],
    [['nothing'], {}],
  ])('%j keeps what it names', (paths, kept) => {
    expect(project([record], paths)).toEqual([kept])
  })

  it('that is absent or empty keeps everything', () => {
    expect(project([record], null)).toEqual([record])
    expect(project([record], [])).toEqual([record])
  })
})
