import fc from 'fast-check'
import type { DataTypeName } from '../enos/thing-model.ts'
import { stringifyExact } from './exact.ts'

/*
 * Values as JSON texts, made from the rules of §6 alone: those that fit, and those that miss by little.
 * Nothing of the code under test says which is which.
 */

export interface Sample {
  /** What stands in the model beside identifier and name. */
  model: string
  value: string
}
type Samples = fc.Arbitrary<Sample>

const always = (model: string, value: fc.Arbitrary<string>): Samples => value.map((text) => ({ model, value: text }))
const quoted = (text: string) => stringifyExact(text)
const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })
const big = (min: bigint, max: bigint) => fc.bigInt({ min, max }).map(String)

const int = [-(2n ** 31n), 2n ** 31n - 1n] as const
const stamp = [0n, 2n ** 63n - 1n] as const
const typeOf = (name: DataTypeName, more = '') => `"dataType": "${name}"${more}`

/** What no number type takes: other JSON, though it looks like a number. */
const noNumber = fc.oneof(
  big(-9n, 99n).map(quoted),
  fc.constantFrom('true', 'null', '[]', '[1]', '{}', '""', '{"isLosslessNumber":true,"value":"1"}'),
)
const fractions = fc.tuple(big(...int), digits(1, 12)).map(([whole, fraction]) => `${whole}.${fraction}`)
const exponents = fc.tuple(big(0n, 99n), fc.constantFrom('e0', 'E1', 'e+2', 'e-0')).map((parts) => parts.join(''))

/** The limits of single precision and double precision as exact integers: no float decides here. */
const limits = { FLOAT: 34_028_235n * 10n ** 31n, DOUBLE: 17_976_931_348_623_157n * 10n ** 292n } as const
const floating = (name: 'FLOAT' | 'DOUBLE') => {
  const limit = limits[name]
  const inside = fc.oneof(
    big(-limit, limit),
    fractions,
    fc.constantFrom('1.0', '-0', '0.10', '1.50e3', '1e-400', '0.00000000000000000001', String(limit), `-${limit}.0`),
  )
  const outside = fc.oneof(
    big(limit + 1n, limit * 10n),
    big(limit + 1n, limit * 10n).map((text) => `-${text}`),
    fc.constantFrom(`${limit}.0000001`, `-${limit}.1`, '1e999', '-1e999', `1e${'9'.repeat(30)}`),
  )
  return { fits: always(typeOf(name), inside), misses: always(typeOf(name), fc.oneof(outside, noNumber)) }
}

/** Limits and step of the model: values on the ladder, one rung beyond it, and between two rungs. */
export const ladder = fc
  .record({
    name: fc.constantFrom('INT' as const, 'FLOAT' as const, 'DOUBLE' as const),
    base: fc.integer({ min: -1000, max: 1000 }),
    step: fc.integer({ min: 2, max: 50 }),
    rungs: fc.integer({ min: 1, max: 200 }),
    at: fc.nat(1000),
    off: fc.nat(1000),
  })
  .map(({ name, base, step, rungs, at, off }) => {
    // Thousandths, so that 0.1 and its like are among the steps; whole numbers where the type asks for them.
    const scaled = (thousandths: number) => (name === 'INT' ? String(thousandths) : `${thousandths}e-3`)
    const model = `"dataType": "${name}", "minimum": ${scaled(base)}, "maximum": ${scaled(base + step * rungs)}, "step": ${scaled(step)}`
    const rung = base + step * (at % (rungs + 1))
    const misses = [base - step, base + step * (rungs + 1), rung + 1 + (off % (step - 1))]
    return { model, fits: scaled(rung), misses: misses.map(scaled) }
  })

const characters = fc.constantFrom('a', 'é', '温', '😀', ' ', '"', '\\', '\n', '\u0000')
const bytesOf = (text: string) => encodeURIComponent(text).replace(/%../g, 'x').length
const limitedText = fc.array(characters, { minLength: 1, maxLength: 200 }).map((parts) => {
  const text = parts.join('')
  return { text, bytes: bytesOf(text) }
})
const maxLength = (bytes: number) => typeOf('STRING', `, "dataDefinition": {"maxLength": ${bytes}}`)

const two = (number: number) => String(number).padStart(2, '0')
const day = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
})
const calendar = day.chain((date) => {
  const [first = '', time = ''] = date.toISOString().split(/[T.]/)
  return fc.constantFrom(first, `${first} ${time}`)
})
/** One day after the last of its month, by the calendar of the system. */
const dayTooMany = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => {
  const last = new Date(Date.UTC(2000, month, 0))
  last.setUTCFullYear(year, month, 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(last.getUTCDate() + 1)}`
})
const noDate = fc.oneof(
  dayTooMany,
  calendar.map((text) => text.replace(/ |$/, 'T')),
  calendar.map((text) => `${text}Z`),
  calendar.map((text) => text.slice(0, -1)),
  calendar.map((text) => text.replace('-', '/')),
  fc.constantFrom(
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-01-01',
    '2024-01-01 24:00:00',
    '2024-01-01 23:60:00',
    '2024-01-01 23:59:60',
    '2024-1-1',
    '',
  ),
)

const enumModel = (enumType: string) =>
  typeOf('ENUM', `, "dataDefinition": {"enumType": "${enumType}", "enumDesc": {"0": "off", "1": "on", "-12": "late"}}`)
const enumKeys = fc.constantFrom('0', '1', '-12')
const noKey = fc.constantFrom('2', '12', '-1', '10', '-120').filter((key) => !['0', '1', '-12'].includes(key))

const item = { INT: big(...int), FLOAT: fractions, DOUBLE: fractions, STRING: characters.map(quoted) } as const
const wrongItem = {
  INT: fc.oneof(fractions, noNumber),
  FLOAT: noNumber,
  DOUBLE: noNumber,
  STRING: fc.constantFrom('1', 'null', '""', '["a"]'),
} as const
const arrayOf = fc.constantFrom('INT' as const, 'FLOAT' as const, 'DOUBLE' as const, 'STRING' as const)
const arrayModel = (of: string) => typeOf('ARRAY', `, "dataDefinition": {"itemType": "${of}"}`)
const listText = (items: string[]) => `[${items.join()}]`

const structModel = typeOf(
  'STRUCT',
  `, "dataDefinition": {"items": [
    {"identifier": "low", "name": "L", "dataType": "DOUBLE", "required": true},
    {"identifier": "mode", "name": "M", "dataType": "INT"},
    {"identifier": "toString", "name": "T", "dataType": "BOOL"}]}`,
)
const members = fc.record(
  { low: fractions, mode: big(...int), toString: fc.constantFrom('true', 'false') },
  { requiredKeys: ['low'] },
)
const mapText = (map: object) => `{${Object.entries(map).map(([name, value]) => `${quoted(name)}:${value}`)}}`
const strange = fc.constantFrom('Low', 'low ', 'high', '', '__proto__', 'constructor', 'hasOwnProperty')

/** By data type. */
export const samples: Record<Exclude<DataTypeName, 'FILE'>, { fits: Samples; misses: Samples }> = {
  INT: {
    fits: always(typeOf('INT'), fc.oneof(big(...int), fc.constantFrom('-0', ...int.map(String)))),
    misses: always(
      typeOf('INT'),
      fc.oneof(big(int[1] + 1n, 2n ** 70n), big(-(2n ** 70n), int[0] - 1n), fractions, exponents, noNumber),
    ),
  },
  FLOAT: floating('FLOAT'),
  DOUBLE: floating('DOUBLE'),
  BOOL: {
    fits: always(typeOf('BOOL'), fc.constantFrom('true', 'false', '0', '1')),
    misses: always(
      typeOf('BOOL'),
      fc.constantFrom('"true"', '"1"', '2', '-1', '1.0', '0.0', '1e0', '-0', 'null', '[true]', '{}', '""'),
    ),
  },
  ENUM: {
    fits: fc.oneof(always(enumModel('INT'), enumKeys), always(enumModel('STRING'), enumKeys.map(quoted))),
    misses: fc.oneof(
      always(
        enumModel('INT'),
        fc.oneof(noKey, enumKeys.map(quoted), fc.constantFrom('1.0', '1e0', '-0', 'true', 'null', '[1]')),
      ),
      always(
        enumModel('STRING'),
        fc.oneof(noKey.map(quoted), enumKeys, fc.constantFrom('"on"', '" 1"', '"toString"', '""', 'null')),
      ),
    ),
  },
  STRING: {
    fits: limitedText.map(({ text, bytes }) => ({ model: maxLength(bytes), value: quoted(text) })),
    misses: fc.oneof(
      limitedText.map(({ text, bytes }) => ({ model: maxLength(bytes), value: quoted(`${text}a`) })),
      fc
        .integer({ min: 1025, max: 1100 })
        .map((length) => ({ model: maxLength(4000), value: quoted('a'.repeat(length)) })),
      always(typeOf('STRING'), fc.constantFrom('""', '"\\ud83d"', '"a\\udc00"', '1', 'true', 'null', '["a"]', '{}')),
    ),
  },
  DATE: {
    fits: always(typeOf('DATE'), calendar.map(quoted)),
    misses: always(
      typeOf('DATE'),
      fc.oneof(noDate.map(quoted), fc.constantFrom('20240101', '1700000000000', 'null', 'true')),
    ),
  },
  TIMESTAMP: {
    fits: always(
      typeOf('TIMESTAMP'),
      fc.oneof(big(...stamp), big(...stamp).map(quoted), fc.constantFrom(String(stamp[1]))),
    ),
    misses: always(
      typeOf('TIMESTAMP'),
      fc.oneof(
        big(stamp[1] + 1n, 2n ** 70n),
        big(-(2n ** 40n), -1n),
        big(...stamp).map((text) => `${text}.0`),
        fc.constantFrom('1e12', '"1e12"', '"01"', '" 1"', '""', '"now"', '"2024-01-01"', 'null', 'true', '[1]'),
      ),
    ),
  },
  ARRAY: {
    fits: arrayOf.chain((of) => always(arrayModel(of), fc.array(item[of], { maxLength: 128 }).map(listText))),
    misses: arrayOf.chain((of) =>
      always(
        arrayModel(of),
        fc.oneof(
          fc.array(item[of], { minLength: 129, maxLength: 140 }).map(listText),
          fc
            .tuple(fc.array(item[of], { maxLength: 20 }), wrongItem[of], fc.array(item[of], { maxLength: 20 }))
            .map(([before, wrong, after]) => listText([...before, wrong, ...after])),
          fc.oneof(item[of], fc.constantFrom('{}', '{"0":1}', 'null')),
        ),
      ),
    ),
  },
  STRUCT: {
    fits: always(structModel, members.map(mapText)),
    misses: always(
      structModel,
      fc.oneof(
        members.map(({ low: _, ...others }) => mapText(others)),
        fc
          .tuple(members, strange, fractions)
          .map(([map, name, value]) => mapText(map).replace(/}$/, `,${quoted(name)}:${value}}`)),
        fc.tuple(members, noNumber).map(([map, value]) => mapText({ ...map, low: value })),
        fc.tuple(members, fractions).map(([map, value]) => mapText({ ...map, mode: value })),
        fc.constantFrom('[]', 'null', '1', '"low"'),
      ),
    ),
  },
}
