import { expect, test } from 'vitest'
import { commandSchema } from '#contract/enos/command.ts'
import { placesOf } from './places-of.ts'

const command = (commandId: string, createTime: number) =>
  commandSchema.parse({ commandId, createTime, commandType: 1, timeout: 30, pendingTtl: 600, state: 1 })

test('the oldest is first in line, whatever order they come in', () => {
  const places = placesOf([command('2500000000000000003', 300), command('2500000000000000001', 100), command('2', 200)])
  expect([...places]).toEqual([
    ['2500000000000000001', 1],
    ['2', 2],
    ['2500000000000000003', 3],
  ])
})

test('in the same millisecond the smaller id is first, also beyond the digits of a binary float', () => {
  const places = placesOf([command('2500000000000000002', 1), command('2500000000000000001', 1), command('99', 1)])
  expect([...places.keys()]).toEqual(['99', '2500000000000000001', '2500000000000000002'])
})
