import * as z from 'zod/mini'
import type { Database } from '#database/open-database.ts'
import type { StoredToken, TokenStore } from '../../http/ports.ts'

const tokenRow = z.object({ accessToken: z.string(), accessKey: z.string(), expireTime: z.int() })

/** Tokens and spent proofs (§4.1), in a database opened with `migrations`. */
export function createSqliteTokenStore({ sqlite, write }: Database): TokenStore {
  const columns = 'access_token AS accessToken, access_key AS accessKey, expire_time AS expireTime'
  const find = sqlite.prepare(`SELECT ${columns} FROM access_token WHERE access_token = ?`)
  const newest = sqlite.prepare(
    `SELECT ${columns} FROM access_token WHERE access_key = ? ORDER BY expire_time DESC LIMIT 1`,
  )
  const save = sqlite.prepare('INSERT OR REPLACE INTO access_token VALUES (:accessToken, :accessKey, :expireTime)')
  const prune = sqlite.prepare('DELETE FROM access_token WHERE expire_time < ?')
  const spend = sqlite.prepare('INSERT OR IGNORE INTO spent_encryption VALUES (?, ?)')
  const forget = sqlite.prepare('DELETE FROM spent_encryption WHERE time < ?')
  const read = (row: unknown): StoredToken | undefined => (row === undefined ? undefined : tokenRow.parse(row))

  return {
    find: (accessToken) => read(find.get(accessToken)),
    newest: (accessKey) => read(newest.get(accessKey)),
    save: (token) =>
      write(() => {
        save.run(token)
      }),
    spend: (encryption, time) => write(() => spend.run(encryption, time).changes === 1),
    prune: (tokensBefore, encryptionsBefore) =>
      write(() => {
        prune.run(tokensBefore)
        forget.run(encryptionsBefore)
      }),
  }
}
