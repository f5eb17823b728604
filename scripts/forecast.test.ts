import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { commandSchema } from '../src/contract/enos/command.ts'
import { type Device, deviceSchema } from '../src/contract/enos/device.ts'
import { failures } from '../src/contract/enos/failures.ts'
import { measurepointSchema } from '../src/contract/enos/thing-model.ts'
import { operationSchema } from '../src/contract/panel/operation.ts'
import { type ExactNumber, isExactNumber, parseExact } from '../src/contract/value/exact.ts'
import { start } from '../src/start.ts'
import { type Forecast, forecastOf, mostPlaces } from '../src/web/features/set-point/forecast.ts'
import { answersOf } from '../src/web/features/set-point/forecast-answers.ts'
import { frontOf } from '../src/web/features/set-point/forecast-front.ts'

/*
 * The panel's forecast against the embedded EnOS with its demo fleet: asked as the panel asks, over HTTP, then sent for
 * real. What the rules decide must come out as forecast, and nothing that they decide may come unforeseen.
 */

const orgId = 'o15724268424841'
const folder = mkdtempSync(join(tmpdir(), 'setpoint-forecast-'))
let running: Awaited<ReturnType<typeof start>> | undefined
let devices: Device[] = []

beforeAll(async () => {
  running = await start({ PROXY_PORT: '0', CONNECT_PORT: '0', MQTT_PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder })
  const online = () => devices.filter(({ status }) => status === 'online').length
  for (let before = -1, tries = 0; (online() < 40 || online() !== before) && tries < 60; tries++) {
    before = online()
    await new Promise((resolve) => setTimeout(resolve, 300))
    devices = z.array(deviceSchema).safeParse(await searchAll()).data ?? []
  }
}, 60_000)
afterAll(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const answerSchema = z.object({ code: z.custom<ExactNumber>(isExactNumber).transform(Number), data: z.unknown() })

async function call(method: 'GET' | 'POST', path: string, query: Record<string, string | number>, body?: string) {
  const search = new URLSearchParams({
    orgId,
    ...Object.fromEntries(Object.entries(query).map(([k, v]) => [k, String(v)])),
  })
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const response = await fetch(`${running?.url}${path}?${search}`, { method, headers, ...(body ? { body } : {}) })
  return answerSchema.parse(parseExact(await response.text()))
}

const commands = '/connect-service/v2.1/commands'
const searchAll = async () =>
  (
    await call(
      'POST',
      '/connect-service/v2.1/devices',
      { action: 'search' },
      '{"pagination":{"pageNo":1,"pageSize":200}}',
    )
  ).data

const commandsOf = async (assetId: string, state: number) =>
  z
    .array(commandSchema)
    .parse(
      (
        await call(
          'POST',
          commands,
          { action: 'search', assetId },
          JSON.stringify({ expression: `state = ${state}`, pagination: { pageNo: 1, pageSize: 60 } }),
        )
      ).data,
    )

const deviceNow = async (assetId: string) =>
  deviceSchema.parse((await call('GET', '/connect-service/v2.1/devices', { action: 'get', assetId })).data)
/** Another text where it came or went, and also where it did both. */
const presenceOf = async (assetId: string) => {
  const { status, lastOnlineTime, lastOfflineTime } = await deviceNow(assetId)
  return `${status}, ${lastOnlineTime}, ${lastOfflineTime}`
}

interface Sending {
  pendingTtl: number
  timeout: number
}

async function forecast(assetId: string, sending: Sending): Promise<Forecast> {
  const [{ status }, created, sent, operations] = await Promise.all([
    deviceNow(assetId),
    commandsOf(assetId, 1),
    commandsOf(assetId, 4),
    fetch(`${running?.url}/api/operations?${new URLSearchParams({ assetId, limit: '10' })}`),
  ])
  const { items } = z.object({ items: z.array(operationSchema) }).parse(await operations.json())
  const front = frontOf([...created, ...sent], Date.now())
  return forecastOf({ ...sending, status, statusAge: null, front, answers: answersOf([], items) })
}

/** A number that each device's model takes, for a point that nobody else in this file sets. */
const settable = new Map<string, Promise<{ id: string; value: string }[]>>()
function settableOf({ modelId }: Device) {
  const known = settable.get(modelId)
  if (known !== undefined) return known
  const asked = (async () => {
    const { data } = await call('GET', '/model-service/v2.1/thing-models', { action: 'get', modelId })
    const { measurepoints } = z.object({ measurepoints: z.record(z.string(), measurepointSchema) }).parse(data)
    return Object.values(measurepoints)
      .filter(({ isWritable, dataType }) => isWritable !== false && ['INT', 'FLOAT', 'DOUBLE'].includes(dataType))
      .map(({ identifier, minimum }) => ({ id: identifier, value: minimum?.value ?? '1' }))
  })()
  settable.set(modelId, asked)
  return asked
}

const set = (assetId: string, { id, value }: { id: string; value: string }, sending: Sending) =>
  call('POST', commands, { action: 'setMeasurepoint', assetId, measurepointId: id, ...sending }, `{"value":${value}}`)

/** What only the rules decide, none of which a device has a say in. */
const ruled = [failures.deviceOffline.code, failures.deviceInactive.code, failures.queueFull.code]

/** A device that came or went in between shows nothing. */
async function compare(device: Device, sending: Sending): Promise<string> {
  const { assetId } = device
  const [point] = await settableOf(device)
  if (!point) return 'no number to set'
  const before = await presenceOf(assetId)
  const expected = await forecast(assetId, sending)
  const { code, data } = await set(assetId, point, sending)
  const kept = (await commandsOf(assetId, 1)).map(({ commandId }) => commandId)
  if ((await presenceOf(assetId)) !== before) return 'came or went'
  const said = `${device.deviceKey}: ${expected.kind}, ${code}`
  if (expected.certainty !== 'will') {
    expect(ruled, said).not.toContain(code)
    return expected.certainty
  }
  if (expected.end === 'queued') {
    const { commandId } = z.object({ commandId: z.string() }).parse(data)
    expect(kept, said).toContain(commandId)
  } else if (expected.end !== 'waits') {
    expect(code, said).toBe(Object.entries(failures).find(([name]) => name === expected.end)?.[1].code)
  } else expect(ruled, said).not.toContain(code)
  return expected.kind
}

async function compareAll(sending: Sending): Promise<Record<string, string[]>> {
  const shown: Record<string, string[]> = {}
  const rest = [...devices]
  const work = async () => {
    for (let device = rest.pop(); device; device = rest.pop()) {
      const kind = await compare(device, sending)
      shown[kind] = [...(shown[kind] ?? []), device.deviceKey]
    }
  }
  await Promise.all([1, 2, 3, 4, 5, 6].map(work))
  return shown
}

const deviceOf = (key: string): Device => {
  const device = devices.find(({ deviceKey }) => deviceKey === key)
  if (!device) throw new Error(`the demo fleet has no ${key}`)
  return device
}

describe('the forecast of a send', { timeout: 60_000 }, () => {
  it('comes true of every device that is told at once to set a value, where it says "will"', async () => {
    const shown = await compareAll({ pendingTtl: 0, timeout: 1 })
    expect(shown.offlineNow).toEqual(expect.arrayContaining(['wtg-05', 'inv-12', 'pump-9']))
    expect(shown.inactiveNow).toEqual(expect.arrayContaining(['wtg-03', 'pump-11']))
    expect(shown.disabledNow).toEqual(['pump-12'])
    expect(Object.values(shown).flat()).toHaveLength(devices.length)
  })

  it('comes true of every device that a value is kept for', async () => {
    const shown = await compareAll({ pendingTtl: 600, timeout: 1 })
    expect(shown.keptOffline).toEqual(expect.arrayContaining(['wtg-05', 'inv-12', 'pump-9']))
    expect(shown.keptInactive).toEqual(expect.arrayContaining(['wtg-03', 'pump-11']))
    expect(shown.keptDisabled).toEqual(['pump-12'])
  })

  it('foresees the full queue of a device that is away, and not one command sooner', async () => {
    const sending = { pendingTtl: 600, timeout: 1 }
    for (const key of ['pump-9', 'pump-11', 'pump-12']) {
      const device = deviceOf(key)
      const [point] = await settableOf(device)
      if (!point) throw new Error(`${key} has no number`)
      const missing = mostPlaces - 1 - (await commandsOf(device.assetId, 1)).length
      await Promise.all(Array.from({ length: missing }, () => set(device.assetId, point, sending)))
      expect(await compare(device, sending)).toMatch(/^kept/)
      expect(await compare(device, sending)).toBe('queueFull')
    }
  })

  it('foresees that an instant command waits behind cached ones: it is not sent in its time', async () => {
    const device = deviceOf('pump-13')
    const [, point] = await settableOf(device)
    if (!point) throw new Error('pump-13 has only one number')
    await expect.poll(async () => (await commandsOf(device.assetId, 4)).length, { timeout: 25_000 }).toBe(0)
    for (const timeout of [30, 30]) await set(device.assetId, point, { pendingTtl: 600, timeout })
    expect(await forecast(device.assetId, { pendingTtl: 0, timeout: 1 })).toMatchObject({ end: 'waits' })
    const { code } = await set(device.assetId, point, { pendingTtl: 0, timeout: 1 })
    expect(code).toBe(failures.notSentInTime.code)
  })
})
