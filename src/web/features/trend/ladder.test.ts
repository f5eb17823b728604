import { describe, expect, it } from 'vitest'
import { measurepointSchema } from '#contract/enos/thing-model.ts'
import { parseExact } from '#contract/value/exact.ts'
import { ladderOf } from './ladder.ts'

const point = (dataType: string, dataDefinition: object = {}) =>
  measurepointSchema.parse({ identifier: 'p', name: { defaultValue: 'P' }, dataType, dataDefinition })
const heights = (...[definition, texts]: [Parameters<typeof ladderOf>[0], string[]]) => {
  const values = texts.map(parseExact)
  const ladder = ladderOf(definition, values, 'en')
  return ladder && { heights: values.map((value) => ladder.heightOf(value)), rungs: ladder.rungs }
}

describe('the height of a value in a plot', () => {
  it('is the number itself', () => {
    expect(heights(point('DOUBLE'), ['1.50', '-2', '1e400', '"text"'])).toEqual({
      heights: [1.5, -2, null, null],
      rungs: null,
    })
  })

  it('is of a bool one of two steps, with its words', () => {
    const words = { boolDesc: { true: { defaultValue: 'Open' }, false: { defaultValue: 'Closed' } } }
    expect(heights(point('BOOL', words), ['true', '0', '"?"'])).toEqual({
      heights: [1, 0, null],
      rungs: ['Closed', 'Open'],
    })
  })

  it('is of an enum a step in the order of the model, of the states that occur', () => {
    const name = (defaultValue: string) => ({ defaultValue })
    const enumeration = { enumType: 'INT', enumDesc: { 0: name('Off'), 1: name('Slow'), 2: name('Fast') } }
    expect(heights(point('ENUM', enumeration), ['2', '0', '2', '7'])).toEqual({
      heights: [1, 0, 1, null],
      rungs: ['Off', 'Fast'],
    })
  })

  it('is nothing for texts, times, arrays and structs', () => {
    for (const type of ['STRING', 'DATE', 'TIMESTAMP', 'ARRAY', 'STRUCT']) {
      expect(heights(point(type, { itemType: 'INT', items: [] }), ['1'])).toBeNull()
    }
  })

  it('is that of numbers where no model tells, and all are numbers', () => {
    expect(heights(null, ['1', '2.5'])).toEqual({ heights: [1, 2.5], rungs: null })
    expect(heights(null, ['1', '"text"'])).toBeNull()
  })
})
