import { expect, test } from 'vitest'
import { type Entry, findEntries, findIn } from './entry.ts'

const entry = (parts: Partial<Entry>): Entry => ({
  id: parts.title ?? '',
  kind: 'device',
  icon: 'sliders',
  title: '',
  detail: '',
  run: () => {},
  ...parts,
})
const titles = (entries: Entry[], typed: string) =>
  findEntries(entries, typed).kinds.flatMap(({ rows }) => rows.map(({ entry }) => entry.title))

test('an id is found where it is typed whole, and then comes first', () => {
  const pump = entry({ title: 'Pump 3', ids: ['LAXZauG3'] })
  expect(findIn(pump, 'LAXZ')).toBeNull()
  expect(findIn(pump, 'laxzaug3')).toBeNull()
  const code = entry({ kind: 'code', title: 'A code that names LAXZauG3' })
  expect(titles([code, pump], 'LAXZauG3')).toEqual(['Pump 3', 'A code that names LAXZauG3'])
})

test('words may be found in the name and in the place, each marked where it stands', () => {
  const found = findIn(entry({ title: 'Pump 3', detail: 'Station North' }), 'north pump')
  expect(found).toMatchObject({ titleSpans: [[0, 4]], detailSpans: [[8, 13]] })
})

test('the name goes before the place', () => {
  const inPlace = entry({ title: 'Valve', detail: 'Pumps' })
  const inName = entry({ title: 'Pump', detail: '' })
  expect(titles([inPlace, inName], 'pump')).toEqual(['Pump', 'Valve'])
})

test('of a kind no more are shown than a person reads, and all are counted', () => {
  const many = Array.from({ length: 30 }, (_, index) => entry({ title: `Pump ${index}` }))
  const { kinds, count } = findEntries(many, 'pump')
  expect([kinds[0]?.rows.length, count]).toEqual([8, 30])
})
