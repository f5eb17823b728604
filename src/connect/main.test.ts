import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { failures } from '#contract/enos/failures.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { openDatabase } from '#database/open-database.ts'
import { type ConnectProcess, spawnConnect, startProcess } from './connect-process.test-support.ts'
import { type HttpAnswer, type SignedClient, signIn } from './http/signed-client.test-support.ts'
import { connectHeater, temporaryFolder } from './start-connect.test-support.ts'
import { migrations } from './store/sqlite/migrations.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function start(dataDir = temporaryFolder()): Promise<{ connect: ConnectProcess; call: SignedClient }> {
  const connect = await startProcess(dataDir)
  ends.push(() => connect.kill('SIGKILL'))
  return { connect, call: await signIn(connect.url, 'panel', 'panel-secret') }
}
async function heater({ mqttUrl }: ConnectProcess, options: Parameters<typeof connectHeater>[1] = {}) {
  const device = await connectHeater(mqttUrl, options)
  ends.push(() => device.client.endAsync(true))
  return device
}

const number = (value: number) => new ExactNumber(String(value))
const point = { assetId: 'h1', measurepointId: 'temp' }
const commandIdOf = ({ json }: HttpAnswer): string => Object(json.data).commandId
const stateOf = async (call: SignedClient, commandId: string): Promise<unknown> =>
  Object((await call('getCommand', { assetId: 'h1', commandId })).json.data).state

/** A program with a command that its device has and has not answered. */
async function inFlight() {
  const dataDir = temporaryFolder()
  const { connect, call } = await start(dataDir)
  const device = await heater(connect, { code: null })
  const set = { ...point, pendingTtl: 600, timeout: 60 }
  const commandId = commandIdOf(await call('setMeasurepoint', set, '{"value":6}'))
  await eventually(() => device.received.length).toBe(1)
  return { dataDir, connect, call, device, commandId }
}

/** The next program, which seems to start nearly a minute later, sends the command to nobody, and gives it up at its deadline. */
async function expectTimedOut(dataDir: string, commandId: string): Promise<void> {
  const disk = openDatabase(`sqlite:${join(dataDir, 'connect.sqlite')}`, migrations)
  const change = disk.sqlite.prepare(
    'UPDATE command SET sent_time = sent_time - 56000 WHERE command_id = ? AND state = 4',
  )
  expect(await disk.write(() => change.run(commandId).changes)).toBe(1)
  disk.close()
  const { connect, call } = await start(dataDir)
  const { received } = await heater(connect)
  await eventually(() => stateOf(call, commandId)).toEqual(number(7))
  expect(received).toEqual([])
}

/** Programs that start one after the other take their time on a busy machine. */
const patience = 120_000
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: patience / 2 })

describe('the program', { timeout: patience }, () => {
  it('ends on SIGTERM when what is in flight has ended, and takes nothing new meanwhile', async () => {
    const { connect, call } = await start()
    const { received, client, reply } = await heater(connect, { code: null })
    const answer = call('setMeasurepoint', { ...point, timeout: 20 }, '{"value":6}')
    await eventually(() => received.length).toBe(1)
    const ended = connect.kill('SIGTERM')
    await eventually(() => fetch(`${connect.url}/health`).then((response) => response.status)).toBe(503)
    const { code } = failures.notSentInTime
    expect((await call('setMeasurepoint', point, '{"value":7}')).json.code).toEqual(number(code))
    await reply(200)
    expect((await answer).json.code).toEqual(number(0))
    expect(await ended).toBe(0)
    await eventually(() => client.connected).toBe(false)
  })

  it('goes on after kill -9 with what waited, and sends it once', async () => {
    const dataDir = temporaryFolder()
    const before = await start(dataDir)
    const commandId = commandIdOf(
      await before.call('setMeasurepoint', { ...point, pendingTtl: 600 }, '{"value":21.50}'),
    )
    expect(await before.connect.kill('SIGKILL')).toBe('SIGKILL')

    const after = await start(dataDir)
    expect(await stateOf(after.call, commandId)).toEqual(number(1))
    const { received } = await heater(after.connect)
    await eventually(() => stateOf(after.call, commandId)).toEqual(number(5))
    expect(received).toMatchObject([{ id: commandId, params: { temp: new ExactNumber('21.50') } }])
  })

  it('never sends again after kill -9 what was sent: it ends as timed out', async () => {
    const { dataDir, connect, call, commandId } = await inFlight()
    expect(await stateOf(call, commandId)).toEqual(number(4))
    await connect.kill('SIGKILL')
    await expectTimedOut(dataDir, commandId)
  })

  it('never sends again after kill -9 what was answered when the disk had not taken it yet: it ends as timed out', async () => {
    const { dataDir, connect, device, commandId } = await inFlight()
    // Whoever else writes to the file makes the program wait before it can note the answer.
    const disk = openDatabase(`sqlite:${join(dataDir, 'connect.sqlite')}`, migrations)
    disk.sqlite.exec('BEGIN IMMEDIATE')
    await device.reply(200)
    const isAlive = () => fetch(connect.url, { signal: AbortSignal.timeout(200) }).then(Boolean, () => false)
    await eventually(isAlive).toBe(false)
    await connect.kill('SIGKILL')
    disk.sqlite.exec('ROLLBACK')
    disk.close()
    await expectTimedOut(dataDir, commandId)
  })

  it('refuses a bad fleet file with the place of the error, and ends with 1', async () => {
    const file = join(temporaryFolder(), 'fleet.json')
    writeFileSync(file, '{"orgId":5}')
    const child = spawnConnect(temporaryFolder(), file)
    const [[code], said] = await Promise.all([once(child, 'exit'), child.stderr ? text(child.stderr) : ''])
    expect(code).toBe(1)
    expect(said).toContain(`${file} is not a fleet file:\n  orgId: Invalid input: expected string`)
    expect(said).not.toContain('    at ')
  })
})
