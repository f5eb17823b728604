import { expect, test } from 'vitest'
import { measurepointSchema } from '#contract/enos/thing-model.ts'
import { parseExact } from '#contract/value/exact.ts'
import { toAsk } from './use-point-classes.ts'

const points = (count: number, isWritable = true) =>
  Array.from({ length: count }, (_, index) =>
    measurepointSchema.parse(
      parseExact(
        JSON.stringify({ identifier: `p${index}`, name: `p${index}`, dataType: 'INT', unit: null, isWritable }),
      ),
    ),
  )

test('the class is asked for of what can be set, and of the chosen point alone where there are many', () => {
  expect(toAsk(points(2), '')).toEqual(['p0', 'p1'])
  expect(toAsk(points(2, false), 'p0')).toEqual([])
  expect(toAsk(points(5000), 'p77')).toEqual(['p77'])
  expect(toAsk(points(5000), '')).toEqual([])
})
