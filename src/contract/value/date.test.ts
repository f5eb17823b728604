import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'

const definition = measurepointSchema.parse({ identifier: 'p', name: 'P', dataType: 'DATE' })
const kinds = (text: string) => checkValue(definition, text).map(({ problem }) => problem)

test.each(['2024-02-29', '2000-02-29 00:00:00', '2023-11-15 06:13:20', '2023-12-31 23:59:59', '0001-01-01'])(
  '%s is a date',
  (text) => {
    expect(kinds(text)).toEqual([])
  },
)

test.each([
  '2023-02-29',
  '1900-02-29',
  '2023-04-31',
  '2023-13-01',
  '2023-00-10',
  '2023-01-00',
  '0000-01-01',
  '2023-01-01 24:00:00',
  '2023-01-01 23:60:00',
  '2016-12-31 23:59:60',
])('%s is not in the calendar', (text) => {
  expect(kinds(text)).toEqual([{ kind: 'notDate', reason: 'calendar' }])
})

test.each([
  '2023-1-5',
  '15.11.2023',
  '2023-11-15T06:13:20',
  '2023-11-15 06:13',
  '2023-11-15 ',
  '20231115',
  '２０２３-11-15',
])('%s is not written as a date', (text) => {
  expect(kinds(text)).toEqual([{ kind: 'notDate', reason: 'form' }])
})

test('agrees with the calendar of JavaScript on every day', () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'))
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), part(14), part(33), (year, month, day) => {
      const text = `${year}-${month}-${day}`
      const date = new Date(`${text}T00:00:00Z`)
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
      expect(kinds(text).length === 0).toBe(exists)
    }),
    { numRuns: 2000 },
  )
})
