import * as z from 'zod/mini'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { Database } from '#database/open-database.ts'
import type { HistoryStore } from '../../registry/ports.ts'

const valueRow = z.object({ time: z.int(), value: z.string(), quality: z.string() })

/** So many at a time that the others' writes hardly wait. */
const pruneStep = 500

const ofPoint = 'product_key = :productKey AND device_key = :deviceKey AND id = :id'

/** Values over time, in a database opened with `migrations`. */
export function createSqliteHistoryStore({ sqlite, write }: Database): HistoryStore {
  const append = sqlite.prepare(
    'INSERT OR REPLACE INTO reported_value VALUES (:productKey, :deviceKey, :id, :time, :value, :quality)',
  )
  const find = (order: 'ASC' | 'DESC') =>
    sqlite.prepare(`SELECT time, value, quality FROM reported_value
      WHERE ${ofPoint} AND time >= :from AND time < :to ORDER BY time ${order} LIMIT :limit`)
  const [oldestFirst, newestFirst] = [find('ASC'), find('DESC')]
  const trim = sqlite.prepare(`DELETE FROM reported_value WHERE ${ofPoint} AND time <= (
    SELECT time FROM reported_value WHERE ${ofPoint} ORDER BY time DESC LIMIT 1 OFFSET :keep)`)
  const prune = sqlite.prepare(`DELETE FROM reported_value WHERE (product_key, device_key, id, time) IN (
    SELECT product_key, device_key, id, time FROM reported_value WHERE time < ? ORDER BY time LIMIT ${pruneStep})`)

  return {
    append: (values) =>
      write(() => {
        for (const { value, quality, ...rest } of values) {
          append.run({ ...rest, value: stringifyExact(value), quality: stringifyExact(quality) })
        }
      }),

    find: ({ newestFirst: isNewestFirst, ...span }) =>
      (isNewestFirst ? newestFirst : oldestFirst).all(span).map((row) => {
        const { time, value, quality } = valueRow.parse(row)
        const { productKey, deviceKey, id } = span
        return { productKey, deviceKey, id, time, value: parseExact(value), quality: parseExact(quality) }
      }),

    trim: ({ productKey, deviceKey, id }, keep) =>
      write(() => {
        trim.run({ productKey, deviceKey, id, keep })
      }),

    prune: (time) => write(() => prune.run(time).changes),
  }
}
