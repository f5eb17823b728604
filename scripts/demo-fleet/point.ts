import type { DataTypeName } from '../../src/contract/enos/thing-model.ts'
import { type ExactJson, parseExact } from '../../src/contract/value/exact.ts'

/** A name in English and Chinese, as EnOS carries it. */
export const names = (en: string, zh: string) => ({ defaultValue: en, i18nValue: { en_US: en, zh_CN: zh } })

/** Limits and increment as decimal text: the file carries these digits. */
interface Limits {
  minimum?: string
  maximum?: string
  step?: string
}

export interface Definition extends Limits {
  dataType: DataTypeName
  dataDefinition: unknown
  unit: { unitId: string; multiplier: string } | null
  signalType: string
}

/** A measurement point of the demo: its definition, its first value, and how it moves by itself. */
export interface DemoPoint {
  identifier: string
  name: ReturnType<typeof names>
  desc: string
  definition: Definition
  isWritable: boolean
  hasQuality: boolean
  start: ExactJson
  drift?: string | undefined
  rise?: string | undefined
}

type Bilingual = [en: string, zh: string]

const unitOf = (unitId: string, multiplier = 'ONE') => (unitId === '' ? null : { unitId, multiplier })

const number =
  (dataType: DataTypeName) =>
  (unitId = '', limits: Limits = {}, multiplier = 'ONE'): Definition => ({
    dataType,
    dataDefinition: null,
    unit: unitOf(unitId, multiplier),
    signalType: 'AI',
    ...limits,
  })

const simple = (dataType: DataTypeName, dataDefinition: unknown = null): Definition => ({
  dataType,
  dataDefinition,
  unit: null,
  signalType: 'Generic',
})

const choices = (enumType: 'INT' | 'STRING', texts: Record<string, Bilingual>): Definition => ({
  ...simple('ENUM', {
    enumType,
    enumDesc: Object.fromEntries(Object.entries(texts).map(([value, [en, zh]]) => [value, names(en, zh)])),
  }),
  signalType: 'DI',
})

/** The data types of a point, in the form of Get Thing Model. */
export const type = {
  int: number('INT'),
  float: number('FLOAT'),
  double: number('DOUBLE'),
  bool: (whenTrue: Bilingual, whenFalse: Bilingual): Definition => ({
    ...simple('BOOL', { boolDesc: { true: names(...whenTrue), false: names(...whenFalse) } }),
    signalType: 'DI',
  }),
  enumOfInt: (texts: Record<string, Bilingual>) => choices('INT', texts),
  enumOfString: (texts: Record<string, Bilingual>) => choices('STRING', texts),
  string: (maxLength: number) => simple('STRING', { maxLength }),
  date: simple('DATE'),
  timestamp: simple('TIMESTAMP'),
  array: (itemType: 'INT' | 'FLOAT' | 'DOUBLE' | 'STRING', unitId = ''): Definition => ({
    ...simple('ARRAY', { itemType }),
    unit: unitOf(unitId),
  }),
  struct: (...items: ReturnType<typeof member>[]) => simple('STRUCT', { items }),
  file: simple('FILE'),
}

/** A member of a struct. In members a unit is bare text. */
export function member(identifier: string, en: string, zh: string, definition: Definition, required = true) {
  const { unit, signalType: _, ...rest } = definition
  return { identifier, name: names(en, zh), ...rest, unit: unit?.unitId ?? null, required }
}

interface Measured {
  desc?: string
  /** How far it wanders, as decimal text. */
  drift?: string
  /** By how much it grows with each report. */
  rise?: string
  hasQuality?: boolean
}

/** A point that is read only. `start` is JSON text, digits kept. */
export const measured = (
  identifier: string,
  [en, zh]: Bilingual,
  definition: Definition,
  start: string,
  { desc = '', hasQuality = false, ...moves }: Measured = {},
): DemoPoint => ({
  identifier,
  name: names(en, zh),
  desc,
  definition,
  isWritable: false,
  hasQuality,
  start: parseExact(start),
  ...moves,
})

/** A point that can be set. */
export const settable = (
  identifier: string,
  name: Bilingual,
  definition: Definition,
  start: string,
  desc = '',
): DemoPoint => ({ ...measured(identifier, name, definition, start, { desc }), isWritable: true })
