import { expect, test } from 'vitest'
import { groupByTree } from './device-group.ts'
import { exampleDevice, exampleTree } from './example-devices.suite.ts'
import { fewDevices, groupRows, openAtFirst, sectionRows } from './list-rows.ts'

const options = { locale: 'en', enosLocale: 'en_US', otherName: 'Elsewhere' }
const devices = [exampleDevice('d1', 'One'), exampleDevice('d2', 'Two')]
const groups = groupByTree([exampleTree('farm: row1 d2', 'row1: d1')], devices, options)
const ids = (open: string[]) => groupRows(groups, (id) => open.includes(id)).map(({ id }) => id)

test('a closed group shows nothing of what is in it', () => {
  expect(ids([])).toEqual(['group:tree/farm'])
  expect(ids(['tree/row1'])).toEqual(['group:tree/farm'])
})

test('an open group shows the groups and then the devices in it', () => {
  expect(ids(['tree/farm'])).toEqual(['group:tree/farm', 'group:tree/row1', 'in tree/farm:d2'])
  expect(ids(['tree/farm', 'tree/row1'])).toEqual([
    'group:tree/farm',
    'group:tree/row1',
    'in tree/row1:d1',
    'in tree/farm:d2',
  ])
})

test('a section without devices has no heading either', () => {
  expect(sectionRows({ id: 'recent', name: 'Recent', devices: [] }, () => '')).toEqual([])
  expect(sectionRows({ id: 'recent', name: 'Recent', devices }, () => '').map(({ id }) => id)).toEqual([
    'recent',
    'recent:d1',
    'recent:d2',
  ])
})

test('few devices are all open at first, of many only the groups around the chosen one', () => {
  expect([...openAtFirst(groups, [])]).toEqual(['tree/farm', 'tree/row1'])
  const many = Array.from({ length: fewDevices + 1 }, (_, index) => exampleDevice(`m${index}`, `M ${index}`))
  const tree = exampleTree('farm: row1 row2', 'row1: m0', `row2: ${many.map(({ assetId }) => assetId).join(' ')}`)
  const large = groupByTree([tree], many, options)
  expect([...openAtFirst(large, large.slice(0, 1))]).toEqual(['tree/row1'])
})
