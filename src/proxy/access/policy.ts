import * as z from 'zod'
import { pointClasses, roles } from '#contract/panel/role.ts'
import { compare } from '#contract/value/decimal.ts'
import { isExactNumber, jsonNumberPattern } from '#contract/value/exact.ts'
import { isTimezone } from './hours.ts'

const name = z.string().trim().min(1).max(256)
const id = z.string().min(1).max(256)
/** A rule whose asset nobody has would never hold. */
const assetId = id.regex(/^[^*]+$/, 'must be the id of an asset: * stands for nothing here')

/** JSON numbers come as they were written (`parseExact`), so both ways of writing one keep every digit. */
const textOfNumber = (value: unknown): unknown => (isExactNumber(value) ? value.value : value)
const exactNumber = z
  .preprocess(textOfNumber, z.string().regex(jsonNumberPattern, 'must be a number, or a decimal text such as "0.1"'))
  .meta({ type: ['number', 'string'], pattern: jsonNumberPattern.source })
const wholeNumber = (least: number, most: number, description: string) =>
  z
    .preprocess((value) => (isExactNumber(value) ? Number(value.value) : value), z.int().min(least).max(most))
    .meta({ type: 'integer', minimum: least, maximum: most, description })

const selector = {
  rule: name.describe('The name of the rule, which refusals tell.'),
  models: z.array(id).nonempty().optional().describe('Model ids; * stands for any text. Absent: every model.'),
  points: z.array(id).nonempty().optional().describe('Point ids; * stands for any text. Absent: every point.'),
  gateways: z.array(id).nonempty().optional().describe('Gateway ids; * stands for any text. Absent: every gateway.'),
  assetIds: z
    .array(assetId)
    .nonempty()
    .optional()
    .describe('Only devices that are these assets or lie below them in a tree. Absent: every device.'),
}

export const grantSchema = z
  .strictObject({
    claim: name.describe('The claim of the identity provider’s token, e.g. "groups".'),
    value: name.describe('The text that the claim is or, where it is a list, holds.'),
    role: z.enum(roles),
    assetIds: z
      .array(assetId)
      .default([])
      .describe('The role holds for these assets and all below them. Absent or empty: everywhere.'),
  })
  .describe('What a claim makes of a person who signs in with OpenID Connect.')

const classRuleSchema = z.strictObject({ ...selector, class: z.enum(pointClasses) })

const hoursSchema = z
  .strictObject({
    from: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "07:30"')
      .describe('The first minute, local time.'),
    to: z
      .string()
      .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time such as "18:30", at most "24:00"')
      .describe('The minute after the last; before `from`, it is of the next day.'),
    timezone: z.string().refine(isTimezone, 'must be an offset such as "+01:00" or a name such as "Europe/Berlin"'),
    days: z
      .array(wholeNumber(1, 7, '1 is Monday, 7 is Sunday.'))
      .nonempty()
      .refine((days) => new Set(days).size === days.length, 'names a day twice')
      .default([1, 2, 3, 4, 5, 6, 7])
      .describe('The days on which the hours begin. Absent: every day.'),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: 'must differ from `from`; "00:00" to "24:00" is all day',
  })

const limits = ['minimum', 'maximum', 'largestStep', 'leastInterval', 'hours'] as const
const limitRuleSchema = z
  .strictObject({
    ...selector,
    minimum: exactNumber.optional().describe('The least number that may be set.'),
    maximum: exactNumber.optional().describe('The greatest number that may be set.'),
    largestStep: exactNumber.optional().describe('The largest difference to the number that the device reports.'),
    leastInterval: wholeNumber(1, 31_536_000, 'Seconds from one send to a point of a device to the next.').optional(),
    hours: hoursSchema.optional().describe('When it may be set.'),
  })
  .refine((rule) => limits.some((limit) => rule[limit] !== undefined), `limits nothing: give ${limits.join(', ')}`)
  .refine(({ minimum, maximum }) => minimum === undefined || maximum === undefined || compare(minimum, maximum) <= 0, {
    path: ['minimum'],
    message: 'is greater than the maximum',
  })
  .refine(({ largestStep = '1' }) => compare(largestStep, '0') > 0, {
    path: ['largestStep'],
    message: 'must be greater than 0',
  })

/** Refusals name a rule: a name stands for one. */
function namesOnce(rules: { rule: string }[], context: z.RefinementCtx): void {
  for (const [index, { rule }] of rules.entries()) {
    if (rules.findIndex((other) => other.rule === rule) < index) {
      context.addIssue({ code: 'custom', path: [index, 'rule'], message: `${JSON.stringify(rule)} names a rule above` })
    }
  }
}

/** The policy file, read with `parseExact`: who may set what, and within which limits. */
export const policyFileSchema = z.strictObject({
  $schema: z.string().optional(),
  contact: z.string().trim().max(1000).default('').describe('Whom to ask for a right or a change, shown to people.'),
  grants: z.array(grantSchema).default([]),
  pointClasses: z
    .array(classRuleSchema)
    .superRefine(namesOnce)
    .default([])
    .describe('The first rule that matches gives a point its class. None: routine.'),
  limits: z.array(limitRuleSchema).superRefine(namesOnce).default([]).describe('All rules that match hold together.'),
})
