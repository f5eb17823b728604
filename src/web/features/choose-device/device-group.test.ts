import { expect, test } from 'vitest'
import { type DeviceGroup, groupByModel, groupByTree, pathsOf } from './device-group.ts'
import { exampleDevice, exampleTree } from './example-devices.suite.ts'

const options = { locale: 'en', enosLocale: 'en_US', otherName: 'Elsewhere' }

/** `NAME(count)[below…]`, so that a whole tree is one line. */
const drawn = (groups: DeviceGroup[]): string =>
  groups
    .map(({ name, count, groups: below, devices }) => {
      const inside = [drawn(below), ...devices.map(({ assetId }) => assetId)].filter((text) => text !== '')
      return `${name}(${count})[${inside.join(' ')}]`
    })
    .join(' ')

const devices = [exampleDevice('d10', 'WTG-10'), exampleDevice('d2', 'WTG-2'), exampleDevice('d3', 'WTG-3')]

test('the root is the logical asset that is nobody’s child, and counts include the groups below', () => {
  const tree = exampleTree('farm: row1 row2 d3', 'row1: d10 d2', 'row2: ')
  expect(drawn(groupByTree([tree], devices, options))).toBe('FARM(3)[ROW1(2)[d2 d10] d3]')
})

test('devices stand in the natural order of their names', () => {
  const tree = exampleTree('farm: d10 d3 d2')
  expect(drawn(groupByTree([tree], devices, options))).toBe('FARM(3)[d2 d3 d10]')
})

test('a single root that holds nothing but groups is left out', () => {
  const tree = exampleTree('company: north south', 'north: d10', 'south: d2 d3')
  expect(drawn(groupByTree([tree], devices, options))).toBe('NORTH(1)[d10] SOUTH(2)[d2 d3]')
})

test('a group without any device is left out', () => {
  const tree = exampleTree('farm: row1 d10 d2 d3', 'row1: gone')
  expect(drawn(groupByTree([tree], devices, options))).toBe('FARM(3)[d2 d3 d10]')
})

test('a device that is in no tree stands in a group of its own at the end', () => {
  const tree = exampleTree('farm: d10 d2')
  expect(drawn(groupByTree([tree], devices, options))).toBe('FARM(2)[d2 d10] Elsewhere(1)[d3]')
})

test('two trees may hold the same device', () => {
  const trees = [exampleTree('region: d10 d2 d3'), exampleTree('crew: d2')]
  expect(drawn(groupByTree(trees, devices, options))).toBe('CREW(1)[d2] REGION(3)[d2 d3 d10]')
})

test('a tree that goes in a circle ends', () => {
  const tree = exampleTree('farm: row1', 'row1: row2 d10', 'row2: row1')
  expect(drawn(groupByTree([tree], devices.slice(0, 1), options))).toBe('ROW1(1)[d10]')
})

test('without a tree devices are grouped by their model', () => {
  const mixed = [
    exampleDevice('p1', 'Pump', { modelId: 'pump' }),
    exampleDevice('x', 'Box', { modelId: '' }),
    ...devices,
  ]
  expect(drawn(groupByModel(mixed, options))).toBe('Elsewhere(1)[x] pump(1)[p1] turbine(3)[d2 d3 d10]')
})

test('the path of a device names its groups from the outermost', () => {
  const groups = groupByTree([exampleTree('farm: row1 row2', 'row1: d2', 'row2: d10 d3')], devices, options)
  expect(
    pathsOf(groups)
      .get('d10')
      ?.map(({ name }) => name),
  ).toEqual(['ROW2'])
  expect(pathsOf(groups).has('nowhere')).toBe(false)
})
