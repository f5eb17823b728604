import * as z from 'zod/mini'
import { parsedJsonSchema } from '../value/exact.ts'
import { integer, optionalText, received } from './reading.ts'

const member = (value: unknown, names: string[]): unknown => {
  if (typeof value !== 'object' || value === null) return undefined
  const found = names.find((name) => name in value && (value as Record<string, unknown>)[name] !== null)
  return found === undefined ? undefined : (value as Record<string, unknown>)[found]
}

/** Records of a page (§2.4). */
export const paginationSchema = z.object({ pageNo: integer, pageSize: integer, totalSize: integer })
export type Pagination = z.infer<typeof paginationSchema>

/**
 * Any answer of any release (§1.2, §4.1, §4.5, §7.1), read into one shape:
 * `code` may be spelt `status`, `stauts` or `apim_status`; `submsg` may be absent.
 */
export const envelopeSchema = received(
  (value) => ({
    code: member(value, ['code', 'status', 'stauts', 'apim_status']),
    msg: member(value, ['msg', 'message']),
    requestId: member(value, ['requestId']),
    data: member(value, ['data']) ?? null,
    pagination: member(value, ['pagination']),
  }),
  z.object({
    code: integer,
    msg: optionalText,
    requestId: optionalText,
    data: parsedJsonSchema,
    pagination: z.optional(z.catch(z.optional(paginationSchema), undefined)),
  }),
)
export type Envelope = z.infer<typeof envelopeSchema>

/** What we write: the core spec's shape (§1.2). */
export interface WrittenEnvelope {
  code: number
  msg: string
  submsg: null
  requestId: string
  data: unknown
  pagination?: Pagination & { sortedBy: { field: string; order: string }[] | null }
}
