import type { DataType } from './data-type.ts'
import { previewOf } from './preview.ts'
import { valueSchemaOf } from './value-schema.ts'

const datePattern = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isInCalendar([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[]): boolean {
  const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year)
  return isDay && hour <= 23 && minute <= 59 && second <= 59
}

const dateSchema = () =>
  valueSchemaOf((text, { report }) => {
    if (text === '') return report({ kind: 'empty' })
    const match = typeof text === 'string' ? datePattern.exec(text) : null
    if (!match) return report({ kind: 'notDate', reason: 'form' })
    const [date, ...fields] = match
    return isInCalendar(fields.map((field) => Number(field ?? 0)))
      ? date
      : report({ kind: 'notDate', reason: 'calendar' })
  })

/** DATE (§6): `yyyy-MM-dd HH:mm:ss` or `yyyy-MM-dd`, a day and time that exist. It carries no time zone. */
export const dateType: DataType<string> = {
  control: 'date',
  valueSchema: dateSchema,
  draftSchema: dateSchema,
  empty: () => '',
  draftOf: (value) => (typeof value === 'string' ? value : ''),
  format: previewOf,
}
