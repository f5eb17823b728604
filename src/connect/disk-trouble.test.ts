import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { scarceDisk } from '#database/scarce-disk.suite.ts'
import { startProcess } from './connect-process.test-support.ts'
import { type HttpAnswer, signIn } from './http/signed-client.test-support.ts'
import { connectHeater, temporaryFolder } from './start-connect.test-support.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const point = { assetId: 'h1', measurepointId: 'temp' }
const codeOf = ({ json }: HttpAnswer): number => Number(Object(json.code).value)
const commandIdOf = ({ json }: HttpAnswer): string => Object(json.data).commandId
const patience = 120_000
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: patience / 2 })

/** Values as the file holds them: a copy, so that nobody waits for it. */
function latestOnDisk(folder: string): unknown[] {
  const file = join(temporaryFolder(), 'connect.sqlite')
  for (const end of ['', '-wal']) copyFileSync(join(folder, `connect.sqlite${end}`), file + end)
  const sqlite = new Sqlite(file)
  const values = sqlite.prepare('SELECT value FROM latest_value').pluck().all()
  sqlite.close()
  return values
}

describe('a disk that is full', { timeout: patience }, () => {
  it('costs nothing that was accepted, and what is refused is said to be not sent; space is enough to go on', async () => {
    const disk = scarceDisk()
    const connect = await startProcess(disk.folder, disk.around)
    ends.push(() => connect.kill('SIGKILL'))
    const call = await signIn(connect.url, 'panel', 'panel-secret')
    const set = (query: object) => call('setMeasurepoint', { ...point, ...query }, '{"value":21.50}')
    const stateOf = async (commandId: string) =>
      Number(Object(Object((await call('getCommand', { assetId: 'h1', commandId })).json.data).state).value)

    const device = await connectHeater(connect.mqttUrl, { code: null })
    ends.push(() => device.client.endAsync(true))
    const inFlight = set({ timeout: 60 })
    await eventually(() => device.received.length).toBe(1)
    const accepted = [commandIdOf(await set({ pendingTtl: 600 }))]

    disk.fill(connect.pid)
    // Space that the file has already may still be used: sooner or later there is no more.
    let refusal: HttpAnswer | undefined
    for (let tries = 0; tries < 40 && !refusal; tries += 1) {
      const answer = await set({ pendingTtl: 600 })
      if (codeOf(answer) === 0) accepted.push(commandIdOf(answer))
      else refusal = answer
    }
    expect(refusal?.json).toMatchObject({
      code: new ExactNumber('60016'),
      msg: 'The command could not be stored and is not sent',
      data: null,
    })
    expect(codeOf(await set({ timeout: 5 }))).toBe(60016)
    // The device's answer is passed on, though it cannot be noted.
    await device.reply(200)
    const answered = await inFlight
    expect(codeOf(answered)).toBe(0)
    expect(await stateOf(commandIdOf(answered))).toBe(4)
    await device.report({ temp: 31.5 }, Date.now())

    const isReported = () => latestOnDisk(disk.seenFrom(connect.pid)).includes('31.5')
    expect(isReported()).toBe(false)

    disk.free(connect.pid)
    await eventually(isReported).toBe(true)
    await eventually(() => stateOf(commandIdOf(answered))).toBe(5)
    accepted.push(commandIdOf(await set({ pendingTtl: 600 })))
    for (const place of accepted.keys()) {
      await eventually(() => device.received.length).toBe(place + 2)
      await device.reply(200)
    }
    for (const commandId of accepted) await eventually(() => stateOf(commandId)).toBe(5)
    expect(device.received.slice(1).map((request) => Object(request).id)).toEqual(accepted)
  })
})
