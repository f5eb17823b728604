import { expect, test } from 'vitest'
import { exampleDevice } from './example-devices.suite.ts'
import type { Level, Place, PlaceName } from './large-fleet-queries.ts'
import { type OpenPlace, placeRows } from './place-rows.ts'

const named = (assetId: string): PlaceName => ({ place: { treeId: 't', assetId }, name: assetId.toUpperCase() })
const level = (places: string[], devices: string[], seen: number, total: number): Level => ({
  places: places.map(named),
  devices: devices.map((id) => exampleDevice(id, id)),
  seen,
  total,
})
const options = { locale: 'en', deviceName: ({ assetId }: { assetId: string }) => assetId }

/** One word for a row, with a dot for each step in. */
const drawn = (names: string[], levels: Record<string, Level[]>) => {
  const opened = (place: Place): OpenPlace | null => {
    const pages = 'assetId' in place ? levels[place.assetId] : undefined
    return pages ? { pages, onMore: () => undefined, error: null, retry: () => undefined } : null
  }
  return placeRows(names.map(named), opened, options).map((row) => {
    const word = row.kind === 'group' ? row.group.name : row.kind === 'device' ? row.device.assetId : row.kind
    return '.'.repeat(row.kind === 'heading' ? 0 : row.depth) + word
  })
}

test('only what is opened is there, places before devices, in the natural order of names', () => {
  const levels = { s2: [level(['r10', 'r9'], ['d2', 'd1'], 4, 4)], r9: [level([], ['d3'], 1, 1)] }
  expect(drawn(['s10', 's2'], levels)).toEqual(['S2', '.R9', '..d3', '.R10', '.d1', '.d2', 'S10'])
})

test('a place of which not everything is there ends with a row that asks for more', () => {
  expect(drawn(['s'], { s: [level([], ['d1', 'd2'], 2, 5)] })).toEqual(['S', '.d1', '.d2', '.more'])
  expect(drawn(['s'], { s: [] })).toEqual(['S', '.more'])
})

test('what comes later stands behind what is there', () => {
  const pages = [level([], ['d2', 'd4'], 2, 4), level([], ['d1', 'd3'], 4, 4)]
  expect(drawn(['s'], { s: pages })).toEqual(['S', '.d2', '.d4', '.d1', '.d3'])
})

test('a place inside itself ends', () => {
  expect(drawn(['a'], { a: [level(['b'], [], 1, 1)], b: [level(['a'], [], 1, 1)] })).toEqual(['A', '.B'])
})
