import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operationQuerySchema } from '../src/contract/panel/panel-endpoints.ts'
import { openDatabase } from '../src/database/open-database.ts'
import { anOperation } from '../src/proxy/store/sqlite/an-operation.suite.ts'
import { migrations } from '../src/proxy/store/sqlite/migrations.ts'
import { openOperationStore } from '../src/proxy/store/sqlite/open-operation-store.ts'
import { firstTime, minute, recordMany } from './operations/many-operations.ts'

/*
 * `npm run operations-bench`: how long the first page of each search takes with 100,000 operations in the record, in a
 * file of its own. `OPERATIONS` tells another number. Ends with 1 where a search is slower than the aim.
 */

const many = Number(process.env.OPERATIONS ?? 100_000)
const rounds = 5
/** ms */
const aim = 15

const lastTime = firstTime + many * 5 * minute
const day = (number: number) => String(firstTime + number * 24 * 60 * minute)
const searches: Record<string, string>[] = [
  {},
  { assetId: 'asset17' },
  { productKey: 'aProduct', deviceKey: 'key17' },
  { productKey: 'aProduct' },
  { measurepointId: 'PMP.Point3' },
  { assetId: 'asset17', measurepointId: 'PMP.Point17' },
  { person: 'operator 3' },
  { person: 'Once Only' },
  { outcome: 'done' },
  { outcome: 'unknown' },
  { outcome: 'waiting,queued,notSent,refused,unknown' },
  { outcome: 'done', person: 'Once Only' },
  { outcome: 'done', code: '11903' },
  { code: '11903' },
  { code: '0' },
  { commandId: '1000000000000791900' },
  { idempotencyKey: 'key-op-5' },
  { gatewayId: 'first' },
  { gatewayId: 'second' },
  { gatewayId: 'nowhere' },
  { pointClass: 'critical' },
  { pointClass: 'routine,confirm' },
  { pointClass: 'critical', person: 'Operator 3' },
  { unresolved: '1' },
  { unresolved: '1', gatewayId: 'first' },
  { from: day(0), to: day(1) },
  { from: day(100) },
  { to: day(2) },
  { from: day(100), to: day(101), outcome: 'done' },
  { from: day(3), to: day(4), person: 'Operator 3', pointClass: 'routine' },
  { text: 'speed setpoint' },
  { text: '温度' },
  { text: '温' },
  { text: '锅炉' },
  { text: 'zq' },
  { text: 'e' },
  { text: 'pump 37' },
  { text: '99999.5' },
  { text: '0000791900' },
  { text: 'nowhere at all' },
  { text: 'setpoint', person: 'Once Only' },
  { text: 'setpoint', outcome: 'refused', gatewayId: 'first' },
  { text: 'pump 37', outcome: 'done', from: day(10) },
]

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const timed = (work: () => unknown): number => {
  const begin = performance.now()
  work()
  return performance.now() - begin
}
const print = (cells: (string | number)[]) =>
  process.stdout.write(`${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)).join(' | ')}\n`)

const folder = mkdtempSync(join(tmpdir(), 'setpoint-operations-'))
const database = openDatabase(`sqlite:${join(folder, 'proxy.sqlite')}`, migrations)
try {
  const store = openOperationStore(database, () => {}, 'first')
  const begin = performance.now()
  await recordMany(store, many)
  process.stdout.write(`${many} operations recorded in ${((performance.now() - begin) / 1000).toFixed(0)} s\n\n`)
  // As while people send: the newest are in no index yet.
  const noIndex = Array.from({ length: 100 }, (_, index) =>
    store.record(
      anOperation({
        id: `new-${index}`,
        idempotencyKey: `key-new-${index}`,
        createTime: lastTime,
        body: '{"value":7}',
      }),
    ),
  )
  await Promise.all(noIndex)
  print(['search', 'found', 'ms', 'ms with the count'])
  let slowest = 0
  for (const search of searches) {
    const list = (more: Record<string, string>) => store.list(operationQuerySchema.parse({ ...search, ...more }))
    const times = Array.from({ length: rounds }, () => timed(() => list({})))
    const counted = Array.from({ length: rounds }, () => timed(() => list({ count: '1' })))
    slowest = Math.max(slowest, median(times))
    print([JSON.stringify(search), String(list({ count: '1' }).count), median(times), median(counted)])
  }
  process.stdout.write(`\nthe slowest first page: ${slowest.toFixed(1)} ms, aim ${aim} ms\n`)
  if (slowest > aim) process.exitCode = 1
} finally {
  database.close()
  rmSync(folder, { recursive: true })
}
