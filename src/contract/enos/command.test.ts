import { expect, test } from 'vitest'
import { parseExact } from '../value/exact.ts'
import { commandSchema, commandValue } from './command.ts'

test('a value comes bare or under the id of its point', () => {
  const value = (inputData: string) =>
    commandValue(
      commandSchema.parse(
        parseExact(
          `{"commandId":"1","createTime":1,"commandType":1,"commandName":"P","timeout":30,"pendingTtl":600,"state":1,"tslIdentifier":"p","inputData":${inputData}}`,
        ),
      ),
    )
  expect(value('1.0')).toMatchObject({ value: '1.0' })
  expect(value('{"p":1.0}')).toMatchObject({ value: '1.0' })
  expect(value('{"low":true}')).toEqual({ low: true })
})
