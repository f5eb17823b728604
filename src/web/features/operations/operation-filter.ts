import { isFinal, type Outcome, outcomes } from '#contract/panel/operation.ts'
import { type PointClass, pointClasses } from '#contract/panel/role.ts'
import type { OperationFilter } from '../../api/queries.ts'

/**
 * The filters of the history as they stand in the URL: `text`, `outcome` and `class` (comma-separated), `code`, `from`
 * and `to` (ms since the epoch), or `since` (a preset), `asset` or `pk` and `dk`, `point`, `person`, `open` (`1`).
 * Beside them `at`: the moment (ms) from which back the list is read, which narrows nothing.
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

/** Spans of time that end now, by their name in the URL; ms. */
export const presets = { '1h': 3_600_000, '24h': 86_400_000, '7d': 604_800_000, '30d': 2_592_000_000 } as const
export type Preset = keyof typeof presets
export const presetNames = Object.keys(presets) as Preset[]

const startOf = (since: string | undefined, now: number): number | undefined => {
  const preset = presetNames.find((name) => name === since)
  return preset && now - presets[preset]
}

/** The known classes of a comma-separated list, in the order of the contract. */
export function classesIn(text: string | undefined): PointClass[] {
  const listed = (text ?? '').split(',')
  return pointClasses.filter((pointClass) => listed.includes(pointClass))
}

const withoutEmpty = (filter: Record<string, string | number | undefined>) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))

/**
 * What the proxy is asked for. What a URL holds beside the known filters, or wrongly, is left out.
 * @param now ms since the epoch: where a preset ends.
 */
export function filterOf(filter: FilterInUrl, now: number): OperationFilter {
  const { text, outcome, code, from, to, since, asset, pk, dk, point, person, open } = filter
  return withoutEmpty({
    text: text?.slice(0, 200),
    outcome: outcomesText(outcomesIn(outcome)),
    code: integer(code),
    from: startOf(since, now) ?? integer(from),
    to: integer(to),
    ...(asset ? { assetId: asset } : { productKey: pk, deviceKey: dk }),
    measurepointId: point,
    person: person?.slice(0, 200),
    pointClass: classesIn(filter.class).join(),
    unresolved: open === '1' ? '1' : undefined,
  })
}

/** The filter for the part of the list that is read: from the moment back that was gone to, where there is one. */
export function filterBack(filter: OperationFilter, at: string | undefined): OperationFilter {
  const moment = integer(at)
  const end = typeof filter.to === 'number' ? filter.to : Number.MAX_SAFE_INTEGER
  return moment === undefined ? filter : { ...filter, to: Math.min(end, moment) }
}

/** Midnight after a day as `<input type="date">` writes it, in the person's time zone, as ms; empty for none. */
export function endOfDayText(day: string): string {
  // From noon, which every day has: where the clock is set forward at midnight, a day begins at one.
  const end = new Date(`${day}T12:00`)
  end.setDate(end.getDate() + 1)
  end.setHours(0, 0)
  return Number.isNaN(end.getTime()) ? '' : String(end.getTime())
}

/** The other way round. */
export const dayInputText = (at: string | undefined): string => {
  const moment = integer(at)
  return moment === undefined ? '' : localInputText(String(moment - 1)).slice(0, 10)
}

/** The filter with one part changed; an empty part is gone. */
export const withPart = (filter: FilterInUrl, parts: FilterInUrl): FilterInUrl =>
  withoutEmpty({ ...filter, ...parts }) as FilterInUrl

/** The filters that the URL says how to apply, to tell whether there are any. */
export const isFiltered = (filter: FilterInUrl): boolean => Object.keys(filterOf(filter, 0)).length > 0

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
