import * as z from 'zod'
import {
  dataTypeNames,
  type Measurepoint,
  readEnum,
  readItemType,
  readMembers,
  thingModelSchema,
} from '#contract/enos/thing-model.ts'
import { type ExactJson, type ExactNumber, isExactNumber } from '#contract/value/exact.ts'
import { nameSchema } from './name.ts'

/** Digits as they stand in the file: the JSON schema calls it a number. */
const exactNumber = z.custom<ExactNumber>(isExactNumber, 'Invalid input: expected a number').meta({ type: 'number' })
const anyJson = z.custom<ExactJson>((value) => value !== undefined).meta({})
const map = z.record(z.string(), anyJson)

const measurepointSchema = z
  .looseObject({
    identifier: z.string().min(1),
    name: nameSchema,
    dataType: z.enum([...dataTypeNames, ...dataTypeNames.map((name) => name.toLowerCase())]),
    dataDefinition: z
      .union([map, z.string()])
      .nullish()
      .describe('Depends on dataType: enumType and enumDesc, boolDesc, maxLength, items, or itemType.'),
    unit: z.union([z.string(), z.looseObject({ unitId: z.string(), multiplier: z.string().nullish() })]).nullish(),
    hasQuality: z.boolean().nullish(),
    signalType: z.string().nullish(),
    minimum: exactNumber.nullish().describe('The least value that may be set. Not part of EnOS.'),
    maximum: exactNumber.nullish().describe('The greatest value that may be set. Not part of EnOS.'),
    step: exactNumber.nullish().describe('Values are whole steps from the minimum, or from 0. Not part of EnOS.'),
    isWritable: z.boolean().nullish().describe('false: the point can only be read. Not part of EnOS.'),
  })
  .describe('A measurement point as Get Thing Model returns it.')

/** What the data type needs and does not find in `dataDefinition` (§3.3), as path and sentence. */
function definitionProblem(point: Measurepoint): { path: string[]; message: string } | null {
  const { enumType, enumDesc } = readEnum(point)
  const wrong = (member: string, message: string) => ({ path: ['dataDefinition', member], message })
  switch (point.dataType) {
    case 'ENUM':
      if (Object.keys(enumDesc).length === 0) return wrong('enumDesc', 'an ENUM needs a name for each of its values')
      if (enumType === 'STRING' || Object.keys(enumDesc).every((key) => /^-?\d+$/.test(key))) return null
      return wrong('enumDesc', 'with enumType INT each key must be a whole number')
    case 'STRUCT':
      if (readMembers(point).length === 0)
        return wrong('items', 'a STRUCT needs items, each with identifier, name and dataType')
      if (readMembers(point).every(({ dataType }) => dataType !== 'STRUCT')) return null
      return wrong('items', 'a member of a STRUCT must not be a STRUCT')
    case 'ARRAY': {
      const { itemType } = point.dataDefinition
      if (typeof itemType === 'string' && itemType.toUpperCase() === readItemType(point)) return null
      return wrong('itemType', 'an ARRAY needs an itemType: INT, FLOAT, DOUBLE or STRING')
    }
    default:
      return null
  }
}

/** A thing model as Get Thing Model returns it (§3.3), with our optional limits; what else stands in it is kept. */
export const modelSchema = z
  .looseObject({
    modelId: z.string().min(1),
    modelIdPath: z.string().nullish().describe('"/root/child"; "/" and the modelId unless given.'),
    orgId: z.string().nullish().describe('Another organisation than the file’s: a public model.'),
    name: nameSchema,
    desc: z.string().nullish(),
    tags: map.nullish(),
    attributes: map.nullish(),
    measurepoints: z.record(z.string(), measurepointSchema),
    services: map.nullish(),
    events: map.nullish(),
  })
  .superRefine((model, context) => {
    const read = thingModelSchema.safeParse(model)
    for (const { path, message } of read.error?.issues ?? []) context.addIssue({ code: 'custom', path, message })
    for (const [key, point] of Object.entries(read.data?.measurepoints ?? {})) {
      const path = ['measurepoints', key]
      if (point.identifier !== key) {
        context.addIssue({ code: 'custom', path: [...path, 'identifier'], message: `must be "${key}", as its key` })
      }
      const problem = definitionProblem(point)
      if (problem) context.addIssue({ code: 'custom', path: [...path, ...problem.path], message: problem.message })
    }
  })
