import { expect, test } from 'vitest'
import { type Command, commandSchema } from '#contract/enos/command.ts'
import { parseExact } from '#contract/value/exact.ts'
import { operationForTest } from './operation-for-test.ts'
import { inFrontOf, inOrder, placesTaken } from './queue-order.ts'

const command = (id: string, createTime: number, change: Partial<Command> = {}): Command => ({
  ...commandSchema.parse(
    parseExact(
      `{"commandId":"${id}","createTime":${createTime},"commandType":1,"commandName":"P","timeout":30,"pendingTtl":600,"state":1}`,
    ),
  ),
  ...change,
})
const ids = (commands: Command[]) => commands.map(({ commandId }) => commandId)

test('the queue is told from the next to be sent, ids deciding within a millisecond', () => {
  expect(ids(inOrder([command('10', 5), command('9', 5), command('8', 1)]))).toEqual(['8', '9', '10'])
})

test('only cached commands that wait take one of the 50 places', () => {
  const commands = [command('1', 1), command('2', 2, { pendingTtl: 0 }), command('3', 3, { state: 4 })]
  expect(placesTaken(commands)).toBe(1)
})

test('in front stood what was made before and had not ended', () => {
  const operation = operationForTest({ createTime: 100, commandId: '5' })
  const commands = [
    command('6', 200),
    command('5', 100),
    command('4', 90, { state: 5, endTime: 150 }),
    command('3', 80, { state: 5, endTime: 95 }),
    command('2', 70),
    command('1', 60, { state: 7 }),
  ]
  expect(ids(inFrontOf(operation, commands))).toEqual(['2', '4'])
})
