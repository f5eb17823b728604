import * as z from 'zod/mini'
import { pendingTtlRange, timeoutRange } from '#contract/enos/calls.ts'
import { integerBetween } from '#contract/enos/reading.ts'
import { pageHref, searchText } from '../ui/links.ts'

const text = z.catch(z.optional(z.string()), undefined)
const seconds = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  z.catch(z.optional(integerBetween(minimum, maximum)), undefined)

/** All that is chosen on the control screen; what does not fit counts as absent. A link pre-fills and never sends. */
const controlSearchSchema = z.object({
  /** assetId, or both keys. */
  asset: text,
  pk: text,
  dk: text,
  /** measurepointId */
  point: text,
  /** What is typed in the boxes that find devices and points. */
  q: text,
  pq: text,
  /** `1`: points that cannot be set are listed too. */
  all: text,
  /** Pre-fill of the editor. */
  value: text,
  ttl: seconds(pendingTtlRange),
  timeout: seconds(timeoutRange),
  /** A draft that is kept on this device, by its id: it is opened in the editor. */
  kept: text,
})
export type ControlSearch = z.infer<typeof controlSearchSchema>

/** The address of the control screen in that state. */
export const controlAddress = (search: ControlSearch): string => pageHref(`/${searchText(search)}`)

/** Any page's search parameters as plain texts: no parameter is ever read as a number or as JSON behind our back. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

/** @param search what follows the path, with or without its question mark. */
export const readControlSearch = (search: string): ControlSearch => controlSearchSchema.parse(parseSearch(search))
