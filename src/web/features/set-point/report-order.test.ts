import { describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { en } from '../../text/en.ts'
import { operationForTest } from './operation-for-test.ts'
import { type ReportOrder, reportOrder } from './report-order.ts'

const sent = 1_700_000_000_000
const hour = 3_600_000

/** Of a send at `sent`, two seconds later. @param before when the device had reported, by its own clock. */
function orderOf(time: number, before: number | null): ReportOrder {
  const shown =
    before === null
      ? null
      : {
          deviceName: '',
          pointName: '',
          unit: '',
          dataType: 'DOUBLE',
          beforeText: '1',
          afterText: '2',
          beforeTime: before,
          sentence: '',
        }
  const operation = operationForTest({ outcome: 'done', shown, steps: [{ kind: 'sent', time: sent }] })
  return reportOrder(operation, { id: 'p1', time, value: new ExactNumber('2') }, sent + 2000)
}

describe('a report stands to a send', () => {
  it('as its time says, where the device’s clock is right', () => {
    expect(orderOf(sent + 1200, sent - 5000)).toBe('after')
    expect(orderOf(sent - 300, sent - 5000)).toBe('beforeByClock')
    expect(orderOf(sent - 5000, sent - 5000)).toBe('before')
  })

  it('before it where it is the one that was there at the press, also by a clock that is ahead', () => {
    expect(orderOf(sent + hour, sent + hour)).toBe('before')
    expect(orderOf(sent + 1000, sent + 1000)).toBe('before')
  })

  it('before it by the device’s clock alone where that is behind and the report is another', () => {
    expect(orderOf(sent - hour + 1200, sent - hour)).toBe('beforeByClock')
  })

  it('in no order that could be told where the clock is ahead and the report is another', () => {
    expect(orderOf(sent + hour + 1200, sent + hour)).toBe('ahead')
  })

  it('as its time says where nobody recorded what was there before', () => {
    expect(orderOf(sent + 1200, null)).toBe('after')
    expect(orderOf(sent - 1200, null)).toBe('beforeByClock')
  })

  it('as none where the device never reported', () => {
    expect(orderOf(0, 0)).toBe('never')
    expect(reportOrder(operationForTest(), undefined, sent)).toBe('never')
  })
})

it('and no words say that nothing was reported of a report that may be from after it', () => {
  const { order, awaited } = en.evidence
  expect([order.after, awaited.after, awaited.ahead, en.evidence.readBackWaiting].join()).not.toMatch(/not reported/i)
  expect([awaited.before, awaited.beforeByClock].every((words) => words.includes('still be the old value'))).toBe(true)
})
