import * as z from 'zod/mini'
import { parsedJsonSchema } from '../value/exact.ts'
import { integerBetween, milliseconds, received, text, withDefault } from './reading.ts'

/*
 * Values over time, as EnOS's time series service tells them. It is no part of the reference: docs/time-series.md says
 * where this comes from and what stays open.
 */

/** Devices × points × records of a page in one answer. */
export const mostRawData = 640_000

/** The samples write flags as `true` and as `"true"`. */
const flag = received((value) => (typeof value === 'string' ? value === 'true' : value), z.boolean())

const names = z.string().check(z.minLength(1), z.maxLength(100_000))

/** A time is `2019-06-01T00:00:00+08:00` (or `Z`), or `2019-06-01 00:00:00` on the clock of each device. */
const moment = z.string().check(z.minLength(1), z.maxLength(64))

export const rawDataBody = z.object({
  /** Ids with commas between them. */
  assetIds: names,
  pointIds: names,
  modelId: z.nullish(z.string()),
  /** Within, and not within. */
  startTime: moment,
  endTime: moment,
  /** Records of one point of one device; 1000 where it is left out. */
  pageSize: z.nullish(integerBetween(1, mostRawData)),
  orderBy: z.nullish(z.enum(['timestamp asc', 'timestamp desc'])),
  withQuality: z.nullish(flag),
  localTimeAccuracy: z.nullish(flag),
  localTimeFormat: z.nullish(integerBetween(0, 1)),
  /** 0: a record for each value, with the point's identifier as its member. Others are not used here. */
  itemFormat: z.nullish(integerBetween(0, 0)),
})

/** One value; the point's identifier is a member of its own. `timestamp` in ms since the epoch. */
const recordSchema = z.catchall(z.object({ assetId: text, timestamp: milliseconds }), parsedJsonSchema)
export type RawRecord = z.infer<typeof recordSchema>

/** The tables of the documentation have the list itself in `data`, its samples an object around it: both are read. */
export const rawDataSchema = received(
  (value) => (Array.isArray(value) ? { items: value } : (value ?? {})),
  z.object({ items: withDefault([], z.array(recordSchema)) }),
)

/** What every record has: a point that is called so cannot be told from it. */
export const recordMembers: ReadonlySet<string> = new Set(['assetId', 'timestamp', 'localtime', 'quality'])
