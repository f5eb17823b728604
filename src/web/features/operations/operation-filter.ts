import { isFinal, type Outcome, outcomes } from '#contract/panel/operation.ts'
import type { OperationFilter } from '../../api/queries.ts'

/**
 * The filters of the history as they stand in the URL: `text`, `outcome` (comma-separated), `code`, `from` and `to`
 * (ms since the epoch), `asset` or `pk` and `dk`, `point`.
 */
export type FilterInUrl = Record<string, string>

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined

/** The known outcomes of a comma-separated list, in the order of the contract. */
export function outcomesIn(text: string | undefined): Outcome[] {
  const listed = (text ?? '').split(',')
  return outcomes.filter((outcome) => listed.includes(outcome))
}

export const outcomesText = (chosen: readonly Outcome[]): string =>
  outcomes.filter((outcome) => chosen.includes(outcome)).join(',')

const withoutEmpty = (filter: Record<string, string | number | undefined>) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))

/** What the proxy is asked for. What a URL holds beside the known filters, or wrongly, is left out. */
export function filterOf({ text, outcome, code, from, to, asset, pk, dk, point }: FilterInUrl): OperationFilter {
  return withoutEmpty({
    text: text?.slice(0, 200),
    outcome: outcomesText(outcomesIn(outcome)),
    code: integer(code),
    from: integer(from),
    to: integer(to),
    ...(asset ? { assetId: asset } : { productKey: pk, deviceKey: dk }),
    measurepointId: point,
  })
}

/** The filter with one part changed; an empty part is gone. */
export const withPart = (filter: FilterInUrl, parts: FilterInUrl): FilterInUrl =>
  withoutEmpty({ ...filter, ...parts }) as FilterInUrl

/** The filters that the URL says how to apply, to tell whether there are any. */
export const isFiltered = (filter: FilterInUrl): boolean => Object.keys(filterOf(filter)).length > 0

/** ms since the epoch as `<input type="datetime-local">` writes it, in the person's time zone. */
export function localInputText(text: string | undefined): string {
  const ms = integer(text)
  if (ms === undefined) return ''
  const date = new Date(ms)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The other way round; an empty or unreadable text is no limit. */
export function millisecondsText(localInput: string): string {
  const ms = new Date(localInput).getTime()
  return Number.isNaN(ms) ? '' : String(ms)
}

/** Outcomes that still change, for a link to the queue of a device. */
export const openOutcomes = outcomesText(outcomes.filter((outcome) => !isFinal(outcome)))
