import * as z from 'zod/mini'
import { type ExactNumber, isExactNumber, parsedJsonSchema, parseExact } from '../value/exact.ts'
import { mapOf, optionalText, received, text, withDefault } from './reading.ts'
import { localText, stringI18nSchema } from './string-i18n.ts'

/** The data types of §3.3, upper case as the API writes them. */
export const dataTypeNames = [
  'INT',
  'FLOAT',
  'DOUBLE',
  'BOOL',
  'ENUM',
  'STRING',
  'DATE',
  'TIMESTAMP',
  'ARRAY',
  'STRUCT',
  'FILE',
] as const
export type DataTypeName = (typeof dataTypeNames)[number]

const upperCase = (value: unknown) => (typeof value === 'string' ? value.toUpperCase() : value)

/** Upper case in the API, lower case in the standard element library (§3.3). */
const dataTypeName = received(upperCase, z.enum(dataTypeNames))

/** An object, the same as a JSON string, or null (§3.3): read to an object. */
const definitionObject = (value: unknown) => {
  if (typeof value !== 'string') return value ?? {}
  try {
    return parseExact(value || '{}') ?? {}
  } catch {
    return {}
  }
}

const enumDefinition = z.object({
  enumType: withDefault('STRING', z.enum(['INT', 'STRING'])),
  enumDesc: mapOf(stringI18nSchema),
})
export type EnumDefinition = z.infer<typeof enumDefinition>

const itemTypeName = received(upperCase, z.enum(['INT', 'FLOAT', 'DOUBLE', 'STRING']))

/** A unit is `{unitId, multiplier}`, in struct members a bare text, or null. */
const unitSchema = received(
  (value) => {
    if (value === null || value === undefined || value === '') return null
    return typeof value === 'string' ? { unitId: value, multiplier: 'ONE' } : value
  },
  z.nullable(z.object({ unitId: z.string(), multiplier: withDefault('ONE', z.string()) })),
)

const exactNumber = z.custom<ExactNumber>(isExactNumber)

/** Our own optional limits (§3.3 [choice]): honoured when present, never required. Digits are exact. */
const limits = {
  minimum: z.nullish(exactNumber),
  maximum: z.nullish(exactNumber),
  step: z.nullish(exactNumber),
}

const valueDefinition = {
  identifier: z.string(),
  name: stringI18nSchema,
  dataType: dataTypeName,
  /** Raw: read it with {@link readEnum}, {@link readMaxLength}, {@link readItemType}, {@link readMembers} or {@link readBoolTexts}. */
  dataDefinition: received(definitionObject, mapOf(parsedJsonSchema)),
  unit: unitSchema,
  ...limits,
}

const memberSchema = z.object({ ...valueDefinition, required: withDefault(false, z.boolean()) })
/** A member of a STRUCT: any type but STRUCT (§3.3). */
export type StructMember = z.infer<typeof memberSchema>

export const measurepointSchema = z.object({
  ...valueDefinition,
  desc: optionalText,
  hasQuality: withDefault(false, z.boolean()),
  signalType: withDefault('Generic', z.string()),
  /** Ours (§7.2 Q13): absent means writable. */
  isWritable: withDefault(true, z.boolean()),
})
export type Measurepoint = z.infer<typeof measurepointSchema>

/** What a data type needs to know of a point, a struct member or an array element. */
export type ValueDefinition = Pick<Measurepoint, 'dataType' | 'dataDefinition' | 'minimum' | 'maximum' | 'step'>

export const thingModelSchema = z.object({
  modelId: text,
  modelIdPath: optionalText,
  orgId: optionalText,
  name: stringI18nSchema,
  desc: optionalText,
  measurepoints: mapOf(measurepointSchema),
})
export type ThingModel = z.infer<typeof thingModelSchema>

/** ENUM (§6): keys are always text; with `enumType` INT a number is sent. */
export const readEnum = (definition: ValueDefinition): EnumDefinition =>
  enumDefinition.safeParse(definition.dataDefinition).data ?? { enumType: 'STRING', enumDesc: {} }

/** STRING (§3.3): `maxLength` in bytes, at most 1024. */
export function readMaxLength(definition: ValueDefinition): number {
  const { maxLength } = definition.dataDefinition
  const bytes = isExactNumber(maxLength) ? Number(maxLength.value) : Number(maxLength ?? 1024)
  return bytes >= 1 && bytes <= 1024 ? bytes : 1024
}

export type ItemTypeName = z.infer<typeof itemTypeName>
/** ARRAY (§6): INT, FLOAT, DOUBLE or STRING; STRING where a model says nothing readable. */
export const readItemType = (definition: ValueDefinition): ItemTypeName =>
  itemTypeName.safeParse(definition.dataDefinition.itemType).data ?? 'STRING'

/** STRUCT (§3.3): its members in the model's order; one that cannot be read does not hide the others. */
export const readMembers = (definition: ValueDefinition): StructMember[] =>
  (z.array(z.unknown()).safeParse(definition.dataDefinition.items).data ?? []).flatMap(
    (item) => memberSchema.safeParse(item).data ?? [],
  )

/** BOOL (§3.3): the words for true and false in an EnOS locale; empty where the model names none. */
export function readBoolTexts(definition: ValueDefinition, locale = ''): { true: string; false: string } {
  const texts = z.record(z.string(), stringI18nSchema).safeParse(definition.dataDefinition.boolDesc).data
  const word = (key: 'true' | 'false') => (texts?.[key] ? localText(texts[key], locale) : '')
  return { true: word('true'), false: word('false') }
}
