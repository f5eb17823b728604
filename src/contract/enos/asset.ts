import * as z from 'zod/mini'
import { parsedJsonSchema } from '../value/exact.ts'
import { mapOf, optionalText, received, text } from './reading.ts'
import { stringI18nSchema } from './string-i18n.ts'

/** An asset (§3.1); `description` and `desc` are both read, tree calls add `label`. */
export const assetSchema = received(
  (value) =>
    typeof value === 'object' && value !== null && 'desc' in value ? { description: value.desc, ...value } : value,
  z.object({
    assetId: text,
    orgId: optionalText,
    name: stringI18nSchema,
    description: optionalText,
    timezone: optionalText,
    modelId: optionalText,
    modelIdPath: optionalText,
    attributes: mapOf(parsedJsonSchema),
    tags: mapOf(parsedJsonSchema),
    /** "0" a device, "1" a logical asset. */
    label: z.optional(z.nullable(text)),
  }),
)
export type Asset = z.infer<typeof assetSchema>
