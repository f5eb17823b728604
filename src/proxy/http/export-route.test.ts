import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { operationSchema } from '#contract/panel/operation.ts'
import { openDatabase } from '#database/open-database.ts'
import { runProxy } from '../running-proxy.suite.ts'
import { commandId, envelope, startScriptedGateway } from '../scripted-gateway.suite.ts'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { openOperationStore } from '../store/sqlite/open-operation-store.ts'
import { createApp } from './create-app.ts'
import { exportRoute } from './export-route.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

describe('the export', () => {
  it('holds exactly what the filter finds, with the address that each send came from', async () => {
    const gateway = await startScriptedGateway({ setMeasurepoint: envelope(0, { commandId }) })
    const proxy = await runProxy(gateway.address)
    stops.push(gateway.stop, proxy.stop)
    await proxy.outcomeOf({ query: { measurepointId: 'p' } })
    const wanted = await proxy.outcomeOf({ query: { measurepointId: 'q' }, body: '{"value":1.10}' })

    const jsonl = await fetch(`${proxy.url}/api/operations/export?format=jsonl&measurepointId=q`)
    expect(jsonl.headers.get('content-type')).toContain('application/x-ndjson')
    expect(jsonl.headers.get('content-disposition')).toMatch(/attachment; filename="setpoint-operations-.*Z\.jsonl"/)
    const lines = (await jsonl.text()).split('\n')
    expect(lines).toHaveLength(2)
    expect(operationSchema.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({
      id: wanted.id,
      remoteAddress: '127.0.0.1',
      body: '{"value":1.10}',
    })

    const csv = await (await fetch(`${proxy.url}/api/operations/export`)).arrayBuffer()
    expect([...new Uint8Array(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(csv).split('\r\n')).toHaveLength(4)
    expect((await fetch(`${proxy.url}/api/operations/export?format=xlsx`)).status).toBe(400)
    const none = await fetch(`${proxy.url}/api/operations/export?format=jsonl&text=nowhere`)
    expect([none.status, await none.text()]).toEqual([200, ''])
  })

  it('of 100,000 operations is complete, and reads on only when its reader does', { timeout: 120_000 }, async () => {
    const { sqlite, close } = openDatabase('sqlite::memory:', migrations)
    const store = openOperationStore({ sqlite, write: async (work) => work(), close }, () => {})
    await store.record(anOperation({ id: 'first' }))
    const names = sqlite.prepare("SELECT name FROM pragma_table_info('operation')").pluck().all().map(String)
    const own = ['seq', 'id', 'revision', 'idempotencyKey', 'answer']
    const others = names.filter((name) => !own.includes(name))
    sqlite.exec(`WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      INSERT INTO operation (${[...own, ...others].join()})
      SELECT i, 'op-' || i, i, 'key-' || i, hex(zeroblob(400)), ${others.join()} FROM n, operation WHERE seq = 1`)
    let pages = 0
    const app = await createApp(pino({ level: 'silent' }), { host: '127.0.0.1' })
    const list: typeof store.list = (...filter) => {
      pages++
      return store.list(...filter)
    }
    exportRoute(app, { list }, async () => undefined)
    stops.push(close, () => app.close())
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const answer = await fetch(`${url}/api/operations/export?format=csv`)

    // Nobody reads: what fits in the buffers on the way is read, and no more.
    let seen = -1
    await expect
      .poll(
        () => {
          const rests = pages === seen
          seen = pages
          return rests
        },
        { interval: 500 },
      )
      .toBe(true)
    expect(pages).toBeLessThan(100)

    let lines = 0
    let bytes = 0
    for await (const part of answer.body ?? []) {
      bytes += part.length
      for (const byte of part) if (byte === 10) lines++
    }
    expect(lines).toBe(100_001)
    expect(bytes).toBeGreaterThan(80_000_000)
    expect(pages).toBe(500)
  })
})
