import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readOnlyDisk } from '#database/read-only-disk.suite.ts'
import { failingDisk, type ScarceDisk, scarceDisk } from '#database/scarce-disk.suite.ts'
import { runAudit } from './audit/run-audit.ts'
import { newDirectory } from './running-proxy.suite.ts'
import { commandId, envelope, startScriptedGateway } from './scripted-gateway.suite.ts'
import { spawnProxy } from './spawned-proxy.suite.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

describe.each<[string, () => ScarceDisk]>([
  ['is full', scarceDisk],
  ['fails', failingDisk],
])('a disk that %s', (_trouble, makeDisk) => {
  it('lets nothing be sent, loses no outcome, and needs no restart', async () => {
    let answer = (): void => {}
    const done = envelope(0, { commandId })
    const gateway = await startScriptedGateway({ setMeasurepoint: done })
    stops.push(gateway.stop)
    const disk = makeDisk()
    const proxy = await spawnProxy(gateway.address, disk.folder, {}, disk.around)
    stops.push(() => proxy.end('SIGKILL'))
    const { panel } = proxy
    const before = await panel.outcomeOf()

    gateway.scripts.setMeasurepoint = (received, response) => {
      answer = () => void done(received, response)
    }
    const key = 'answered-while-full'
    const running = panel.set({ key })
    await expect.poll(() => gateway.calls('setMeasurepoint').length).toBe(2)
    gateway.scripts.setMeasurepoint = done

    disk.fill(proxy.pid)
    // Space that the file has already may still be used: sooner or later there is no more.
    const outcomes: number[] = []
    for (let tries = 0; tries < 400 && outcomes.at(-1) !== 500; tries += 1) {
      outcomes.push((await panel.set({ query: { measurepointId: 'q' } })).status)
    }
    const refused = await panel.set({ query: { measurepointId: 'q' } })
    expect(refused.status).toBe(500)
    expect(await refused.json()).toMatchObject({ code: 60016, data: null })
    const sent = gateway.calls('setMeasurepoint').length
    expect(sent).toBe(2 + outcomes.filter((status) => status === 200).length)

    answer()
    const answered = await running
    expect([answered.status, await answered.json()]).toMatchObject([200, { code: 0, data: { commandId } }])
    expect(await (await panel.set({ key })).json()).toMatchObject({ code: 0 })
    // Looking needs no space.
    expect((await panel.operations()).items.at(-1)).toMatchObject({ id: before.id, outcome: 'done' })
    expect(gateway.calls('setMeasurepoint')).toHaveLength(sent)

    disk.free(proxy.pid)
    const recorded = async () =>
      (await panel.operations({ limit: '200' })).items.filter(({ outcome }) => outcome === 'done')
    await expect.poll(async () => (await recorded()).length).toBe(sent)
    expect((await panel.outcomeOf({ query: { measurepointId: 'q' } })).outcome).toBe('done')
    expect(gateway.calls('setMeasurepoint')).toHaveLength(sent + 1)
    const said: string[] = []
    const file = join(newDirectory(), 'proxy.sqlite')
    for (const end of ['', '-wal']) copyFileSync(join(disk.seenFrom(proxy.pid), `proxy.sqlite${end}`), file + end)
    runAudit(['verify', '--file', file], {}, (line) => said.push(line))
    expect(said).toEqual([expect.stringMatching(/^whole/)])
    expect(await proxy.end('SIGTERM')).toBe(0)
  }, 60_000)
})

it('a disk that turns read-only lets nothing be sent till it is mended; what was acknowledged is there then', async () => {
  const gateway = await startScriptedGateway({ setMeasurepoint: envelope(0, { commandId }) })
  stops.push(gateway.stop)
  const disk = readOnlyDisk()
  const proxy = await spawnProxy(gateway.address, disk.folder, {}, disk.around)
  stops.push(() => proxy.end('SIGKILL'))
  const done = await proxy.panel.outcomeOf()
  disk.turn(proxy.pid)
  const refused = await proxy.panel.set()
  expect([refused.status, await refused.json()]).toMatchObject([500, { code: 60016, data: null }])
  expect(gateway.calls('setMeasurepoint')).toHaveLength(1)
  expect((await proxy.panel.operations()).items).toMatchObject([{ id: done.id, outcome: 'done' }])
  const health = await proxy.panel.get('/health')
  expect([health.status, await health.json()]).toMatchObject([503, { why: 'databaseNotWritable' }])

  await proxy.end('SIGKILL')
  disk.mend()
  const again = await spawnProxy(gateway.address, disk.folder, {}, disk.around)
  stops.push(() => again.end('SIGKILL'))
  expect((await again.panel.operations()).items).toMatchObject([{ id: done.id, outcome: 'done' }])
  expect((await again.panel.outcomeOf()).outcome).toBe('done')
  expect(gateway.calls('setMeasurepoint')).toHaveLength(2)
}, 60_000)
