import * as z from 'zod/mini'
import { Failure } from '#contract/enos/failure.ts'
import { isFinal, type Operation } from '#contract/panel/operation.ts'
import { mostCounted, type OperationPage } from '#contract/panel/panel-calls.ts'
import type { Database } from '#database/open-database.ts'
import { type Head, openChain } from '../../audit/chain.ts'
import { changeOf } from '../../audit/entry.ts'
import type { Note, OperationStore, Send } from '../../operations/ports.ts'
import { createLister, notListed } from './list-later.ts'
import type { OperationFilter } from './operation-filter.ts'
import { readRow, writeChange, writeRow } from './operation-row.ts'
import { openOperationSearch } from './operation-search.ts'
import { rivalsOfPoint, unresolvedOfPoint } from './unresolved-of-point.ts'
import { tellsNoAsset, type WithinGateway } from './within-filter.ts'

/** What panels read of the operations. */
export interface OperationReader {
  get(id: string): Operation | undefined
  /** @param within the only devices whose operations may be found; undefined for all. */
  list(filter: OperationFilter, within?: readonly WithinGateway[]): OperationPage
  /** The devices of operations that tell of no asset, those of the newest first. */
  unplaced(limit: number): Unplaced[]
  /** Those that changed after `revision`, each as it is now, in the order of change. */
  changedSince(revision: number, limit: number): Operation[]
  /** The newest revision; 0 before the first. */
  revision(): number
  /** The end of the audit chain. */
  auditHead(): Head
  /** Resolves when what has an outcome is in the indexes by which lists search; they find it before, too. */
  listNow(): Promise<void>
}

const columns = `id revision idempotencyKey person createTime endTime orgId assetId productKey deviceKey measurepointId
  pendingTtl timeout body shown outcome failure code message commandId state steps answer words
  remoteAddress reason verdict readBack acknowledged personId gatewayId deviceAssetId pointClass expectedValue`.split(
  /\s+/,
)

type Statement = ReturnType<Database['sqlite']['prepare']>

const unplacedSchema = z.object({ gatewayId: z.nullable(z.string()), productKey: z.string(), deviceKey: z.string() })
type Unplaced = z.output<typeof unplacedSchema>

/** A finding is made once: what is there stays. */
const onceNoted = ({ verdict, readBack, acknowledged }: Operation): Note => ({
  ...(verdict ? { verdict } : {}),
  ...(readBack ? { readBack } : {}),
  ...(acknowledged ? { acknowledged } : {}),
})

/**
 * Operations in SQLite.
 * @param changed told of every operation that was recorded or changed, once it is on disk, in the order of revisions.
 * @param firstGatewayId the gateway of records that name none: they are of before there could be several.
 */
export function openOperationStore(
  { sqlite, write }: Database,
  changed: (operation: Operation) => void,
  firstGatewayId = '',
): OperationStore & OperationReader {
  const insert = sqlite.prepare(
    `INSERT INTO operation (${columns.join()}, listed) VALUES (${columns.map((name) => `@${name}`).join()}, 0)`,
  )
  /** By the names of what they change: an index of what stays as it is is left alone. */
  const updates = new Map<string, Statement>()
  function updateOf(names: string[]): Statement {
    const known = updates.get(names.join())
    if (known) return known
    const made = sqlite.prepare(
      `UPDATE operation SET ${names.map((name) => `${name} = @${name}`).join()} WHERE id = @id`,
    )
    updates.set(names.join(), made)
    return made
  }
  const nextRevision = sqlite.prepare('UPDATE sequence SET revision = revision + 1 RETURNING revision').pluck()
  const lastRevision = sqlite.prepare('SELECT revision FROM sequence').pluck()
  const byId = sqlite.prepare('SELECT * FROM operation WHERE id = ?')
  const byKey = sqlite.prepare('SELECT * FROM operation WHERE idempotencyKey = ?')
  const inTwo = (condition: string, order: string) =>
    sqlite.prepare(
      `SELECT * FROM operation WHERE listed = 1 AND ${condition} UNION ALL SELECT * FROM ${notListed} AND ${condition}
       ORDER BY ${order}`,
    )
  const open = inTwo("outcome IN ('waiting', 'queued')", 'seq')
  const undecided = sqlite.prepare("SELECT * FROM operation WHERE outcome = 'unknown' AND verdict IS NULL ORDER BY seq")
  const notReadBack = inTwo("outcome = 'done' AND readBack IS NULL AND endTime >= @since", 'endTime')
  const unresolved = sqlite.prepare(unresolvedOfPoint)
  const rivals = sqlite.prepare(rivalsOfPoint)
  const unplaced = sqlite.prepare(
    `SELECT gatewayId, productKey, deviceKey FROM (
       SELECT gatewayId, productKey, deviceKey, max(seq) AS seq FROM operation INDEXED BY operation_unplaced
       WHERE ${tellsNoAsset} AND listed = 1 GROUP BY gatewayId, productKey, deviceKey
       UNION ALL SELECT gatewayId, productKey, deviceKey, seq FROM ${notListed} AND ${tellsNoAsset})
     GROUP BY gatewayId, productKey, deviceKey ORDER BY max(seq) DESC LIMIT ?`,
  )
  const since = sqlite.prepare('SELECT * FROM operation WHERE revision > ? ORDER BY revision LIMIT ?')

  const pointOf = ({ orgId, assetId, productKey, deviceKey, measurepointId, ...more }: Send) => {
    const { gatewayId = null, deviceAssetId = null } = more
    return { orgId, assetId, productKey, deviceKey, measurepointId, gatewayId, deviceAssetId, firstGatewayId }
  }
  const read = (row: unknown): Operation | undefined => (row === undefined ? undefined : readRow(row).operation)
  const all = (rows: unknown[]): Operation[] => rows.map((row) => readRow(row).operation)
  const newRevision = (): number => Number(nextRevision.get())
  const search = openOperationSearch({ sqlite }, firstGatewayId)
  const countOf = ({ cursor: _, ...filter }: OperationFilter, within?: readonly WithinGateway[]): number => {
    const { sql, values } = search(filter, within)
    return Number(
      sqlite
        .prepare(`SELECT count(*) FROM (${sql})`)
        .pluck()
        .get(...values, mostCounted + 1),
    )
  }
  const lister = createLister({ sqlite, write })
  const chain = openChain(sqlite)
  const page = sqlite.prepare('SELECT * FROM operation WHERE seq > ? ORDER BY seq LIMIT 200')
  function* inOrder(): Generator<Operation> {
    for (let last = 0; ; ) {
      const rows = page.all(last).map(readRow)
      if (rows.length === 0) return
      for (const { seq, operation } of rows) {
        last = seq
        yield operation
      }
    }
  }
  const count = Number(sqlite.prepare('SELECT count(*) FROM operation').pluck().get())
  sqlite.transaction(() => chain.begin(count, inOrder()))()

  /** Writes what `next` makes of an operation, unless that is what it was. */
  async function put(id: string, next: (before: Operation) => Operation): Promise<Operation> {
    const { operation, isNew } = await write(() => {
      const before = read(byId.get(id))
      if (!before) throw new Failure('operationNotFound')
      const wanted = next(before)
      if (Object.keys(changeOf(before, wanted)).length === 0) return { operation: before, isNew: false }
      const after = { ...wanted, revision: newRevision() }
      const row = writeChange(before, after)
      updateOf(Object.keys(row)).run({ ...row, id })
      chain.changed(before, after)
      return { operation: after, isNew: true }
    })
    if (isNew) tell(operation)
    return operation
  }
  function tell(operation: Operation): void {
    lister.listSoon()
    changed(operation)
  }
  // What was not listed when the program ended.
  lister.listSoon()

  return {
    async record(draft) {
      const operation = await write(() => {
        const recorded = { ...draft, revision: newRevision() }
        insert.run(writeRow(recorded))
        chain.recorded(recorded)
        return recorded
      })
      tell(operation)
      return operation
    },

    change: (id, { steps = [], ...change }) =>
      put(id, (before) =>
        isFinal(before.outcome) ? before : { ...before, ...change, steps: [...before.steps, ...steps] },
      ),

    note: (id, note) => put(id, (before) => ({ ...before, ...note, ...onceNoted(before) })),

    get: (id) => read(byId.get(id)),
    withKey: (key) => read(byKey.get(key)),
    unfinished: () => all(open.all()),
    unresolved: (send) => read(unresolved.get(pointOf(send))),
    rivals: (operation, from, to) => all(rivals.all({ ...pointOf(operation), id: operation.id, from, to })),
    undecided: (since) => all([...undecided.all(), ...notReadBack.all({ since })]),
    changedSince: (revision, limit) => all(since.all(revision, limit)),
    revision: () => Number(lastRevision.get()),
    auditHead: chain.head,
    listNow: lister.listNow,

    unplaced: (limit) => z.array(unplacedSchema).parse(unplaced.all(limit)),

    list(filter, within) {
      const { sql, values } = search(filter, within)
      const rows = sqlite
        .prepare(`SELECT * FROM operation WHERE seq IN (${sql}) ORDER BY seq DESC`)
        .all(...values, filter.limit + 1)
        .map(readRow)
      const page = rows.slice(0, filter.limit)
      const last = page.at(-1)
      return {
        items: page.map(({ operation }) => operation),
        cursor: rows.length > page.length && last ? String(last.seq) : null,
        ...(filter.count ? { count: countOf(filter, within) } : {}),
      }
    },
  }
}
