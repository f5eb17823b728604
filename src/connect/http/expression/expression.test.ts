import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { candidatesFor, matchExpression, type SearchFields, type SearchIndexes } from './match-expression.ts'
import { operators, parseExpression } from './parse-expression.ts'

interface Pump {
  name: string
  power: number
  tags: Record<string, string>
}

const pumps: Pump[] = [
  { name: 'Inlet', power: 5, tags: { site: 'North' } },
  { name: "Operator's", power: 12, tags: { site: 'South', old: 'yes' } },
  { name: 'Outlet', power: 120, tags: {} },
]
const fields: SearchFields<Pump> = {
  name: { operators: ['=', '!=', 'like', 'in'], read: ({ name }) => name },
  power: { operators: ['=', '<', '<=', '>', '>='], read: ({ power }) => power },
  tags: { operators, read: ({ tags }, key) => (Object.hasOwn(tags, key) ? tags[key] : undefined) },
}
const found = (expression: string | null): string[] =>
  pumps.filter(matchExpression(expression, fields)).map(({ name }) => name)

describe('a search expression (§2.4)', () => {
  it.each([
    ["name = 'Inlet'", ['Inlet']],
    ['name = "Inlet"', ['Inlet']],
    ["name != 'Inlet'", ["Operator's", 'Outlet']],
    ["name = 'Operator''s'", ["Operator's"]],
    ["name like 'LET'", ['Inlet', 'Outlet']],
    ["name in ('Inlet', 'Outlet')", ['Inlet', 'Outlet']],
    ['power > 5', ["Operator's", 'Outlet']],
    ["power >= '12' and power < 120", ["Operator's"]],
    ['power <= 5.0', ['Inlet']],
    ['exists(tags.site)', ['Inlet', "Operator's"]],
    ['not exists(tags.site)', ['Outlet']],
    ['NOT EXISTS ( tags.old ) AND exists(tags.site)', ['Inlet']],
    ["tags.site = 'North' or tags.site = 'South' and power > 100", ['Inlet']],
    ["(tags.site = 'North' or tags.site = 'South') and power > 10", ["Operator's"]],
    ["tags.constructor = 'x'", []],
    ['', ['Inlet', "Operator's", 'Outlet']],
    ['  ', ['Inlet', "Operator's", 'Outlet']],
    [null, ['Inlet', "Operator's", 'Outlet']],
  ])('%s', (expression, names) => {
    expect(found(expression)).toEqual(names)
  })

  it.each([
    ['name', 'expected one of = != < <= > >= in like but found the end at position 5'],
    ["name == 'x'", 'expected a quoted text or a number but found = at position 7'],
    ['name = Inlet', 'expected a quoted text or a number but found Inlet at position 8'],
    ["name = 'x", 'a text that is never closed at position 8'],
    ["name = 'x' power = 1", 'expected and, or, or the end but found power at position 12'],
    ["(name = 'x'", 'expected ) but found the end'],
    ['name in ()', 'expected a quoted text or a number but found )'],
    ['not name', 'expected exists but found name'],
    ['power ; 1', 'unexpected ; at position 7'],
    ["height = '1'", 'height cannot be searched; name, power, tags can'],
    ["toString = '1'", 'toString cannot be searched'],
    ["power like '1'", 'power cannot be compared with like; use = or < or <= or > or >='],
  ])('%s is refused, naming the place and what would be right', (expression, problem) => {
    expect(() => found(expression)).toThrow(problem)
  })

  it('of any shape is either read or refused as an invalid argument', () => {
    const piece = fc.constantFrom(
      'name',
      'and',
      'or',
      'not',
      'exists',
      '(',
      ')',
      "'x'",
      '1',
      '=',
      'in',
      ',',
      '.',
      '"',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parseExpression(pieces.join(' '))
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
        }
      }),
    )
    expect(() => parseExpression('('.repeat(4000))).toThrow('more than 50 parentheses')
    expect(() => parseExpression(' '.repeat(4097))).toThrow('at most 4096 characters')
  })
})

describe('the candidates of an expression', () => {
  const indexes: SearchIndexes<Pump> = {
    name: {
      '=': (value) => pumps.filter(({ name }) => name === value),
      like: (value) =>
        value === '' ? null : pumps.filter(({ name }) => name.toLowerCase().includes(value.toLowerCase())),
    },
  }
  const named = (expression: string) => {
    const few = candidatesFor(expression, indexes)
    return few && [...few].map(({ name }) => name)
  }

  it.each([
    ["name = 'Inlet'", ['Inlet']],
    ["name in ('Inlet', 'Outlet')", ['Inlet', 'Outlet']],
    ["power > 5 and name = 'Outlet'", ['Outlet']],
    ["name = 'Inlet' or name = 'Outlet'", ['Inlet', 'Outlet']],
    ["name = 'Nothing'", []],
    ["name = 'Inlet' or power > 5", null],
    ["name like 'LET'", ['Inlet', 'Outlet']],
    ["name.en_US like 'out' or name = 'Inlet'", ['Outlet', 'Inlet']],
    ["name like 'let' and power > 5", ['Inlet', 'Outlet']],
    ["name like ''", null],
    ["name like '' or name = 'Inlet'", null],
    ["name != 'Inlet'", null],
    ['power > 5', null],
  ])('of %s are %j', (expression, expected) => {
    expect(named(expression)).toEqual(expected)
    // Whatever matches is among them.
    if (expected) for (const name of found(expression)) expect(expected).toContain(name)
  })
})
