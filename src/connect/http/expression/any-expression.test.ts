import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { createLocalClock } from '../../registry/local-time.ts'
import { commandConditions } from '../calls/command-filter.ts'
import { matchExpression, type SearchFields } from './match-expression.ts'
import { type Condition, type Expression, type Operator, operators, parseExpression } from './parse-expression.ts'

const keywords = new Set(['and', 'or', 'not', 'exists', 'in', 'like', 'true', 'false'])
const field = fc
  .tuple(fc.constantFrom('name', 'power', 'tags', 'größe', '_x', 'x-1'), fc.constantFrom('', '.en_US', '.a.b', '.温度'))
  .map((parts) => parts.join(''))
  .filter((text) => !keywords.has(text))
const literal = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('1', '-2.50', "it's", '"', 'and', '(', ''))

const condition: fc.Arbitrary<Condition> = fc
  .tuple(field, fc.constantFrom(...operators), fc.array(literal, { minLength: 1, maxLength: 3 }))
  .map(([name, operator, values]) => {
    const count = operator === 'in' ? values.length : operator.endsWith('exists') ? 0 : 1
    return { kind: 'condition', field: name, operator, values: values.slice(0, count) }
  })

/** `or` holds `and`, and `and` holds single conditions or what stands in parentheses; none has a single part. */
const expression = fc.letrec<{ any: Expression; group: Expression }>((tie) => ({
  any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, condition, tie('group')),
  group: fc
    .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('any'), { minLength: 2, maxLength: 3 }))
    .map(([kind, parts]) => ({ kind, parts })),
})).any

/** How a person may write it; `choose` picks among the ways. */
function written(what: Expression, choose: (...ways: string[]) => string): string {
  const gap = () => choose(' ', '  ', '\n')
  const word = (text: string) => choose(text, text.toUpperCase())
  const quoted = (text: string): string => {
    if (/^-?\d+(\.\d+)?$/.test(text)) return choose(text, `'${text}'`)
    return choose(`'${text.replaceAll("'", "''")}'`, `"${text.replaceAll('"', '""')}"`)
  }
  if (what.kind !== 'condition') {
    const parts = what.parts.map((part) =>
      part.kind === 'condition' ? written(part, choose) : `(${written(part, choose)})`,
    )
    return parts.join(`${gap()}${word(what.kind)}${gap()}`)
  }
  const { field: name, operator, values } = what
  const [first = ''] = values
  const ways: Partial<Record<Operator, () => string>> = {
    exists: () => `${word('exists')}${choose('', ' ')}(${name})`,
    'not exists': () => `${word('not')}${gap()}${word('exists')}(${choose('', ' ')}${name})`,
    in: () => `${name}${gap()}${word('in')}${choose('', ' ')}(${values.map(quoted).join(choose(',', ' , '))})`,
    like: () => `${name}${gap()}${word('like')}${gap()}${quoted(first)}`,
    '!=': () => `${name} ${choose('!=', '<>')}${quoted(first)}`,
  }
  return ways[operator]?.() ?? `${name}${gap()}${operator}${choose('', ' ')}${quoted(first)}`
}

const fields: SearchFields<Record<string, never>> = { name: { operators: ['='], read: () => 'x' } }

/** ms; thousands of texts take a busy machine its time. */
const patience = 120_000

describe('a search expression', { timeout: patience }, () => {
  it('is read as what was written, in whatever way it was', () => {
    fc.assert(
      fc.property(expression, fc.infiniteStream(fc.nat(5)), (what, stream) => {
        const choose = (...ways: string[]): string => ways[Number(stream.next().value) % ways.length] ?? ''
        expect(parseExpression(written(what, choose))).toEqual(what)
      }),
      { numRuns: 500 },
    )
  })

  it('of any characters at all is read, or refused as an invalid argument that names the expression', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '(',
      ')',
      '=',
      '!',
      '<',
      '>',
      ',',
      '.',
      '-',
      '1',
      'state',
      'createTime',
      'commandName.en_US',
      'and',
      'or',
      'not',
      'exists',
      'in',
      'like',
      ' ',
      '\n',
      '\u0000',
      '😀',
      '\ud800',
      "'2024-01-01 00:00:00'",
    )
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
    )
    const clock = createLocalClock('Europe/Berlin')
    const readers = [
      parseExpression,
      (text: string) => matchExpression(text, fields)({}),
      (text: string) => commandConditions(text, clock),
    ]
    fc.assert(
      fc.property(anyText, fc.constantFrom(...readers), (text, read) => {
        try {
          read(text)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          expect(error).toMatchObject({ failure: 'invalidArgument', message: expect.stringMatching(/^expression: /) })
        }
      }),
      { numRuns: 2000 },
    )
  })
})
