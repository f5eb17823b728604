import { describe, expect, it } from 'vitest'
import { parseExact } from '../value/exact.ts'
import { endpoints } from './endpoints.ts'
import { type Report, reportsOf } from './reports-of.ts'
import { measurepointSchema } from './thing-model.ts'

const { body, data } = endpoints.getRawData

const point = (dataType: string, dataDefinition: object = {}) =>
  measurepointSchema.parse({ identifier: 'p', name: { defaultValue: 'P' }, dataType, dataDefinition })

const read = (text: string) => data.parse(parseExact(text)).items
const texts = (reports: Report[]) => reports.map(({ time, value }) => [time, String(value)])

describe('the values of a point over time', () => {
  it('are read from the samples of the documentation, in both shapes of data', () => {
    const items = `[{"assetId":"A","timestamp":1587312000000,"p":1.10,"localtime":"2020-04-20T00:00:00+08:00"},
      {"assetId":"A","timestamp":"1587312000001","other":578,"quality":"0"}]`
    const expected = [{ time: 1_587_312_000_000, value: parseExact('1.10') }]
    expect(reportsOf(read(`{"items":${items}}`), 'A', 'p', null)).toEqual(expected)
    expect(reportsOf(read(items), 'A', 'p', null)).toEqual(expected)
  })

  it('are none where the answer holds none', () => {
    expect(reportsOf(data.parse(null).items, 'A', 'p', null)).toEqual([])
    expect(reportsOf(data.parse({}).items, 'A', 'p', null)).toEqual([])
    expect(reportsOf(read('[{"assetId":"A","timestamp":1,"p":null}]'), 'A', 'p', null)).toEqual([])
  })

  it('stand in the order of their times, one for each moment, and those of another device are left out', () => {
    const items = read(`[{"assetId":"A","timestamp":3,"p":3},{"assetId":"A","timestamp":1,"p":1},
      {"assetId":"B","timestamp":2,"p":2},{"assetId":"A","timestamp":3,"p":4}]`)
    expect(texts(reportsOf(items, 'A', 'p', null))).toEqual([
      [1, '1'],
      [3, '4'],
    ])
  })

  it('keep every digit, also where a release writes numbers as text', () => {
    const items = read(
      '[{"assetId":"A","timestamp":1,"p":"1.12360"},{"assetId":"A","timestamp":2,"p":9007199254740993}]',
    )
    expect(reportsOf(items, 'A', 'p', point('DOUBLE'))).toEqual([
      { time: 1, value: parseExact('1.12360') },
      { time: 2, value: parseExact('9007199254740993') },
    ])
  })

  it('stay text where the point holds text, or where nobody knows its type', () => {
    const items = read('[{"assetId":"A","timestamp":1,"p":"12"}]')
    expect(reportsOf(items, 'A', 'p', point('STRING'))).toEqual([{ time: 1, value: '12' }])
    expect(reportsOf(items, 'A', 'p', null)).toEqual([{ time: 1, value: '12' }])
    const enumeration = point('ENUM', { enumType: 'STRING', enumDesc: { 12: { defaultValue: 'Twelve' } } })
    expect(reportsOf(items, 'A', 'p', enumeration)).toEqual([{ time: 1, value: '12' }])
  })

  it('cannot be told of a point that is called like a member of every record', () => {
    expect(reportsOf(read('[{"assetId":"A","timestamp":1}]'), 'A', 'timestamp', null)).toEqual([])
  })
})

describe('the question for them', () => {
  it('takes flags as the samples write them', () => {
    const question = { assetIds: 'A', pointIds: 'p', startTime: '2020-04-20 00:00:00', endTime: '2020-04-21 00:00:00' }
    expect(body.parse({ ...question, withQuality: 'true', localTimeAccuracy: false })).toMatchObject({
      withQuality: true,
      localTimeAccuracy: false,
    })
    expect(body.safeParse({ ...question, pageSize: 640_001 }).success).toBe(false)
    expect(body.safeParse({ ...question, assetIds: '' }).success).toBe(false)
  })
})
