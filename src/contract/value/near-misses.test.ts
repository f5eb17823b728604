import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataTypeNames, measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'
import { dataTypeOf } from './data-types.ts'
import { parseExact, setBodyText } from './exact.ts'
import { ladder, type Sample, samples } from './near-misses.suite.ts'

const definitionOf = (model: string) =>
  measurepointSchema.parse(parseExact(`{"identifier": "p", "name": "P", ${model}}`))

function verdict({ model, value }: Sample) {
  const definition = definitionOf(model)
  const exact = parseExact(value)
  const read = dataTypeOf(definition).valueSchema(definition).safeParse(exact)
  expect(checkValue(definition, exact).length === 0).toBe(read.success)
  return read.success ? setBodyText(read.data) : 'refused'
}

describe.each(Object.entries(samples))('%s', (_name, { fits, misses }) => {
  test('takes what fits, and sends on every character of it', () => {
    fc.assert(
      fc.property(fits, (sample) => {
        expect(verdict(sample)).toBe(`{"value":${sample.value}}`)
      }),
    )
  })

  test('refuses what misses by little', () => {
    fc.assert(
      fc.property(misses, (sample) => {
        expect(verdict(sample)).toBe('refused')
      }),
      { numRuns: 200 },
    )
  })
})

test('limits and steps of a model are exact: what is on the ladder fits, what is beside or beyond it does not', () => {
  fc.assert(
    fc.property(ladder, ({ model, fits, misses }) => {
      expect(verdict({ model, value: fits })).toBe(`{"value":${fits}}`)
      for (const value of misses) expect(verdict({ model, value })).toBe('refused')
    }),
  )
})

test('there are samples of every data type that can be set', () => {
  expect([...Object.keys(samples), 'FILE'].toSorted()).toEqual(dataTypeNames.toSorted())
})
