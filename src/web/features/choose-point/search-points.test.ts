import { expect, test } from 'vitest'
import { measurepointSchema } from '#contract/enos/thing-model.ts'
import { createPointSearch } from './search-points.ts'

const point = (identifier: string, name: string, zhName: string, dataType: string) =>
  measurepointSchema.parse({ identifier, name: { defaultValue: name, i18nValue: { zh_CN: zhName } }, dataType })

const points = [
  point('WTG.ActPowerLimit', 'Active power limit', '有功功率限值', 'DOUBLE'),
  point('WTG.PitchSet', 'Pitch angle setpoint', '桨距角', 'FLOAT'),
  point('WTG.ReactPower', 'Reactive power', '无功功率', 'FLOAT'),
]
const search = createPointSearch(points)
const found = (typed: string) => search(typed).map(({ identifier }) => identifier)

test('nothing typed finds every point in the model’s order', () => {
  expect(found('')).toEqual(['WTG.ActPowerLimit', 'WTG.PitchSet', 'WTG.ReactPower'])
})

test('a point is found by a part of its id, whatever the case', () => {
  expect(found('pitchset')).toEqual(['WTG.PitchSet'])
})

test('every word must occur', () => {
  expect(found('power active')).toEqual(['WTG.ActPowerLimit', 'WTG.ReactPower'])
  expect(found('power limit')).toEqual(['WTG.ActPowerLimit'])
})

test('a point is found by its name in another language and by its type', () => {
  expect(found('桨距')).toEqual(['WTG.PitchSet'])
  expect(found('double')).toEqual(['WTG.ActPowerLimit'])
})
