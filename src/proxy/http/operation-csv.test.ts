import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { csvHead, csvLine, csvOf } from './operation-csv.ts'

/** A reader of RFC 4180 that knows nothing of ours. */
function parseCsv(text: string): string[][] {
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y
  const rows: string[][] = [[]]
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, raw = '', end] = match
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\r\n') rows.push([])
  }
  rows.pop()
  return rows
}
const exact = (cell: string): string => cell.replace(/^'/, '')

describe('a line of CSV', () => {
  it('gives any texts back, once quoting and one apostrophe are taken off', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', "'", ',', '\r', '\n', '=', '1', 'ä', ' ') }),
    )
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (cells) => {
        expect(parseCsv(csvLine(cells))).toHaveLength(1)
        expect(parseCsv(csvLine(cells))[0]?.map(exact)).toEqual(cells)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    "=cmd|' /C calc'!A0",
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '2500000000000000001',
    '1.0',
    '-0.10',
    '1e400',
    '.5',
    '007',
    '2026-01-02',
    'MAR1',
    'true',
  ])('keeps %j from being run or rewritten by a spreadsheet', (text) => {
    expect(parseCsv(csvLine([text]))).toEqual([[`'${text}`]])
  })

  it.each(['Ab3dE9xQ', 'Pump 3', '{"value":1.0}', 'Übertemperatur 温度', ''])('leaves %j as it is', (text) => {
    expect(parseCsv(csvLine([text]))).toEqual([[text]])
  })
})

describe('an operation as CSV', () => {
  it('has one cell for each column, its digits, and the age of the value before', () => {
    const operation = {
      ...anOperation({
        createTime: 61_000,
        commandId: '2500000000000000001',
        body: '{"value":12345678901234567890.10}',
        code: -5,
        shown: {
          deviceName: 'Pump "3"',
          pointName: 'Speed',
          unit: '1/min',
          dataType: 'DOUBLE',
          beforeText: '-3.0',
          afterText: '4',
          beforeTime: 1000,
          sentence: 'Set it, now',
        },
      }),
      revision: 1,
    }
    const [head = [], cells = []] = parseCsv(csvHead().slice(1) + csvOf(operation))
    const row = Object.fromEntries(head.map((name, index) => [name, cells[index]]))
    expect(cells).toHaveLength(head.length)
    expect(csvHead()[0]).toBe('\uFEFF')
    expect(row).toMatchObject({
      recorded: "'1970-01-01T00:01:01.000Z",
      beforeAgeSeconds: '60',
      before: "'-3.0",
      value: "'12345678901234567890.10",
      commandId: "'2500000000000000001",
      deviceName: 'Pump "3"',
      unit: "'1/min",
      sentence: 'Set it, now',
      code: '-5',
      mode: 'instant',
      steps: "'1970-01-01T00:00:01.000Z recorded",
    })
  })
})
