import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DataTypeName, dataTypeNames, measurepointSchema } from '../enos/thing-model.ts'
import { checkValue } from './check-value.ts'
import type { Draft } from './data-type.ts'
import { dataTypeOf, dataTypes } from './data-types.ts'
import { type ExactJson, ExactNumber, exactJsonSchema, parseExact, setBodyText, stringifyExact } from './exact.ts'
import { placedProblems } from './value-problems.ts'

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })
const sign = fc.constantFrom('', '-')
const wholePart = (most: number) => digits(1, most).map((text) => text.replace(/^0+(?=\d)/, ''))
const fractionPart = fc.option(digits(1, 30), { nil: '' }).map((text) => text && `.${text}`)
const exponentPart = (most: number) =>
  fc
    .option(fc.tuple(fc.constantFrom('e', 'E', 'e+', 'e-', 'E-0'), fc.integer({ min: 0, max: most })), {
      nil: ['', ''],
    })
    .map((parts) => parts.join(''))

/** Any text of the JSON grammar below 10^(whole + exponent). */
const decimal = (whole: number, exponent: number) =>
  fc.tuple(sign, wholePart(whole), fractionPart, exponentPart(exponent)).map((parts) => parts.join(''))
const int32 = fc.integer({ min: -2147483648, max: 2147483647 })
const intText = fc.oneof(int32.map(String), fc.constantFrom('-0', '2147483647', '-2147483648'))
const millis = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String)
const dateText = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .chain((date) => {
    const [day = '', time = ''] = date.toISOString().split(/[T.]/)
    return fc.constantFrom(day, `${day} ${time}`)
  })
const shortText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const quoted = (text: string) => stringifyExact(text)
const same = (text: string) => text

const point = (text: string) => measurepointSchema.parse(parseExact(`{"identifier": "p", "name": "P", ${text}}`))

const enumDesc = '{"0": "off", "1": "on", "-12": "late"}'
const structItems = `{"items": [
  {"identifier": "low", "name": "Low", "dataType": "DOUBLE", "required": true},
  {"identifier": "note", "name": "Note", "dataType": "STRING"},
  {"identifier": "steps", "name": "Steps", "dataType": "ARRAY", "dataDefinition": {"itemType": "INT"}, "required": true},
  {"identifier": "constructor", "name": "Odd", "dataType": "BOOL"}
]}`
const structDraft = fc.record({
  low: decimal(300, 0),
  note: fc.oneof(fc.constant(''), shortText),
  steps: fc.array(intText, { maxLength: 5 }),
  constructor: fc.constantFrom('', 'true', 'false'),
})
const structWire = (draft: { [K in 'low' | 'note' | 'constructor']: string } & { steps: string[] }) => {
  const note = draft.note && `,"note":${quoted(draft.note)}`
  const odd = draft.constructor && `,"constructor":${draft.constructor}`
  return `{"low":${draft.low}${note},"steps":[${draft.steps}]${odd}}`
}

interface Legal {
  definition: string
  drafts: fc.Arbitrary<[draft: Draft, wire: string]>
}
const legal = <D extends Draft>(definition: string, drafts: fc.Arbitrary<D>, wire: (draft: D) => string): Legal => ({
  definition,
  drafts: drafts.map((draft) => [draft, wire(draft)]),
})
const list = (itemType: string) => `"dataType": "ARRAY", "dataDefinition": {"itemType": "${itemType}"}`

const cases: [string, Legal][] = [
  ['INT', legal('"dataType": "INT"', intText, same)],
  ['FLOAT', legal('"dataType": "FLOAT"', decimal(18, 20), same)],
  ['DOUBLE', legal('"dataType": "DOUBLE"', decimal(100, 200), same)],
  ['BOOL', legal('"dataType": "BOOL"', fc.constantFrom('true', 'false'), same)],
  [
    'ENUM of numbers',
    legal(
      `"dataType": "ENUM", "dataDefinition": {"enumType": "INT", "enumDesc": ${enumDesc}}`,
      fc.constantFrom('0', '1', '-12'),
      same,
    ),
  ],
  [
    'ENUM of texts',
    legal(`"dataType": "ENUM", "dataDefinition": {"enumDesc": ${enumDesc}}`, fc.constantFrom('0', '1', '-12'), quoted),
  ],
  ['STRING', legal('"dataType": "STRING"', shortText, quoted)],
  ['DATE', legal('"dataType": "DATE"', dateText, quoted)],
  ['TIMESTAMP', legal('"dataType": "TIMESTAMP"', millis, same)],
  ['ARRAY of INT', legal(list('INT'), fc.array(intText, { maxLength: 128 }), (draft) => `[${draft}]`)],
  ['ARRAY of FLOAT', legal(list('FLOAT'), fc.array(decimal(18, 20), { maxLength: 128 }), (draft) => `[${draft}]`)],
  ['ARRAY of DOUBLE', legal(list('DOUBLE'), fc.array(decimal(100, 200), { maxLength: 128 }), (draft) => `[${draft}]`)],
  [
    'ARRAY of STRING',
    legal(list('STRING'), fc.array(shortText, { maxLength: 30 }), (draft) => `[${draft.map(quoted)}]`),
  ],
  ['STRUCT', legal(`"dataType": "STRUCT", "dataDefinition": ${structItems}`, structDraft, structWire)],
]

describe.each(cases)('%s', (_name, { definition: text, drafts }) => {
  const definition = point(text)
  const type = dataTypeOf(definition)
  const schema = type.draftSchema(definition)

  test('sends exactly the characters that were typed', () => {
    fc.assert(
      fc.property(drafts, ([draft, wire]) => {
        expect(setBodyText(schema.parse(draft))).toBe(`{"value":${wire}}`)
      }),
    )
  })

  test('reads its own value back: it fits, survives the wire, and gives the same draft', () => {
    fc.assert(
      fc.property(drafts, ([draft]) => {
        const value = schema.parse(draft)
        expect(checkValue(definition, value)).toEqual([])
        const received = parseExact(stringifyExact(value))
        expect(stringifyExact(type.valueSchema(definition).parse(received))).toBe(stringifyExact(value))
        expect(type.draftOf(received, definition)).toEqual(draft)
      }),
    )
  })

  test('refuses an empty form, and chooses nothing for the person', () => {
    const empty = type.empty(definition)
    expect(type.draftOf(null, definition)).toEqual(empty)
    const issues = schema.safeParse(empty).error?.issues ?? []
    if (type.control !== 'array') expect(placedProblems(issues).map(({ problem }) => problem.kind)).toContain('empty')
  })

  test('shows any legal value to people', () => {
    fc.assert(
      fc.property(drafts, ([draft]) => {
        const shown = type.format(schema.parse(draft), definition, 'en')
        expect(shown).not.toBe('')
        if (type.count) expect(shown.length).toBeLessThanOrEqual(60)
      }),
    )
  })
})

const anyJson: fc.Arbitrary<ExactJson> = fc.letrec<{ value: ExactJson }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(decimal(400, 0), exponentPart(2_000_000_000))
      .map(([number, exponent]) => new ExactNumber(/e/i.test(number) ? number : number + exponent)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('low', 'note', '__proto__', 'toString')), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value

test('every type answers any JSON at all: it fits as it is, or is refused with a sentence', () => {
  const definitions = [...cases.map(([, { definition }]) => point(definition)), point('"dataType": "FILE"')]
  fc.assert(
    fc.property(anyJson, fc.constantFrom(...definitions), (value, definition) => {
      const type = dataTypeOf(definition)
      const result = type.valueSchema(definition).safeParse(value)
      const findings = checkValue(definition, value)
      for (const { sentence } of findings) expect(sentence).toMatch(/^\p{Lu}[\s\S]*\.$/u)
      expect(findings.length === 0).toBe(result.success)
      if (result.success) {
        expect(stringifyExact(result.data)).toBe(stringifyExact(value))
        expect(type.draftSchema(definition).safeParse(type.draftOf(value, definition)).success).toBe(true)
      }
      expect(typeof type.format(value, definition, 'zh-CN')).toBe('string')
    }),
    { numRuns: 2000 },
  )
})

test('there is a type for every name of the thing model, and the JSON of values is known', () => {
  expect(Object.keys(dataTypes).sort()).toEqual([...dataTypeNames].sort())
  expect(exactJsonSchema.safeParse(parseExact('{"a":[1.0,null]}')).success).toBe(true)
})

test.each<[DataTypeName, string]>([
  ['INT', 'number'],
  ['FLOAT', 'number'],
  ['DOUBLE', 'number'],
  ['BOOL', 'bool'],
  ['ENUM', 'enum'],
  ['STRING', 'text'],
  ['DATE', 'date'],
  ['TIMESTAMP', 'timestamp'],
  ['ARRAY', 'array'],
  ['STRUCT', 'struct'],
  ['FILE', 'none'],
])('%s is edited with the control %s', (name, control) => {
  expect(dataTypes[name].control).toBe(control)
})

test('a file is refused in both directions', () => {
  const definition = point('"dataType": "FILE"')
  expect(checkValue(definition, 'uri')[0]?.problem).toEqual({ kind: 'notSettable', dataType: 'FILE' })
  expect(dataTypes.FILE.draftSchema(definition).safeParse('uri').success).toBe(false)
  expect(dataTypes.FILE.format('enos://file', definition, 'en')).toBe('enos://file')
})
