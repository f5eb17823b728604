import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createCommandSums } from '../../src/connect/store/sqlite/command-sums.ts'
import { migrations } from '../../src/connect/store/sqlite/migrations.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { addressOf, assetOf, orgId, point } from './fleet.ts'

const day = 24 * 3600_000

/** How many of the stored commands are older than the history of seven days, and how many are the busiest device's. */
export const shares = { old: 0.03, busiest: 0.1 }

/**
 * Writes a database as the service would have it after ten days: commands of `devices` devices, of which the first has
 * a tenth of all. Times run from the oldest to now.
 */
export function writeStoredCommands(folder: string, count: number, devices: number): void {
  mkdirSync(join(folder, 'data'), { recursive: true })
  const { sqlite, close } = openDatabase(`sqlite:${join(folder, 'data', 'connect.sqlite')}`, migrations)
  sqlite.pragma('synchronous = OFF')
  const insert =
    sqlite.prepare(`INSERT INTO command (command_id, org_id, product_key, device_key, asset_id, measurepoint_id,
      command_name, value, create_time, timeout, pending_ttl, state, sent_time, end_time, result_code, result_msg)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 30, 0, ?, ?, ?, ?, ?)`)
  const now = Date.now()
  const oldest = now - 10 * day
  const border = now - 7 * day
  const old = Math.floor(count * shares.old)
  const commandName = JSON.stringify({ defaultValue: point, i18nValue: { en_US: point, zh_CN: point } })
  const timeOf = (number: number): number =>
    Math.floor(
      number < old
        ? oldest + ((border - oldest - 60_000) * number) / old
        : border + 600_000 + ((now - border - 600_000) * (number - old)) / (count - old),
    )
  const write = sqlite.transaction((from: number, to: number) => {
    for (let number = from; number < to; number++) {
      const device = number % 10 === 0 ? 0 : 1 + (number % (devices - 1))
      const { productKey, deviceKey } = addressOf(device)
      const time = timeOf(number)
      const state = number % 50 === 0 ? 6 : number % 500 === 1 ? 7 : 5
      insert.run(
        ...[
          String((BigInt(time) << 20n) + BigInt(number % 1000)),
          orgId,
          productKey,
          deviceKey,
          assetOf(device),
          point,
        ],
        ...[commandName, `${number % 1000}.5`, time, state, time + 1, time + 20],
        ...(state === 5 ? [null, null] : [99_400 + state, 'the device said no']),
      )
    }
  })
  for (let from = 0; from < count; from += 10_000) write(from, Math.min(count, from + 10_000))
  // The hourly tidying has gone over them many times by then.
  const { sumUp } = createCommandSums({ sqlite })
  sqlite.transaction(() => {
    while (sumUp());
  })()
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  close()
}

/** How many commands from before the history are still there; looks beside the service. */
export function createTailCount(folder: string): { count(): number; close(): void } {
  const sqlite = new Sqlite(join(folder, 'data', 'connect.sqlite'), { readonly: true })
  const older = sqlite.prepare('SELECT count(*) FROM command WHERE create_time < ?').pluck()
  return { count: () => Number(older.get(Date.now() - 7 * day)), close: () => void sqlite.close() }
}
