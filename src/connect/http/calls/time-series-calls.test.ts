import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#contract/enos/endpoints.ts'
import { type ExactJson, ExactNumber } from '#contract/value/exact.ts'
import { connectHeater, startSmall, temporaryFolder } from '../../start-connect.test-support.ts'
import type { Connect } from '../../start-connect.ts'
import { type SignedClient, signIn } from '../signed-client.test-support.ts'

/** Whole seconds: times in words have no parts of one. */
const start = Math.floor(Date.now() / 1000) * 1000 - 60_000
const iso = (time: number) => new Date(time).toISOString().replace('.000', '')

let directory: string
let connect: Connect
let call: SignedClient
beforeAll(async () => {
  directory = temporaryFolder()
  connect = await startSmall(directory)
  call = await signIn(connect.url, 'panel', 'panel-secret')
  const heater = await connectHeater(connect.mqttUrl)
  await heater.report({ temp: new ExactNumber('1.10'), power: 7 }, start)
  await heater.report({ temp: new ExactNumber('2.50') }, start + 1234)
  // Late, but of an earlier moment; and beside it a point that cannot be set.
  await heater.report({ temp: new ExactNumber('0.5') }, start - 1000)
  await heater.client.endAsync()
})
afterAll(() => connect.stop())

const question = { assetIds: 'h1', pointIds: 'temp', startTime: iso(start - 30_000), endTime: iso(start + 30_000) }
const ask = async (change: object = {}, client = call) =>
  (await client('getRawData', {}, JSON.stringify({ ...question, ...change }))).json
const number = (value: number) => new ExactNumber(String(value))
const items = ({ data }: { data?: ExactJson }): Record<string, unknown>[] => Object(data).items
const seconds = (json: { data?: ExactJson }) => items(json).map(({ timestamp }) => Number(String(timestamp)) - start)

describe('values over time', () => {
  it('are what the endpoint table says, digits as they were reported', async () => {
    const json = await ask()
    expect(json.code).toEqual(number(0))
    expect(endpoints.getRawData.data.safeParse(json.data).error).toBeUndefined()
    expect(items(json)[1]).toMatchObject({ assetId: 'h1', timestamp: number(start), temp: new ExactNumber('1.10') })
  })

  it('come in the order of their times, or the newest first', async () => {
    expect(seconds(await ask())).toEqual([-1000, 0, 1234])
    expect(seconds(await ask({ orderBy: 'timestamp desc', pageSize: 2 }))).toEqual([1234, 0])
    expect(seconds(await ask({ pageSize: 1 }))).toEqual([-1000])
  })

  it('tell of quality where that is asked for', async () => {
    expect(items(await ask({ pageSize: 1, withQuality: 'true' }))[0]).toMatchObject({ quality: null })
    expect(items(await ask({ pageSize: 1 }))[0]).not.toHaveProperty('quality')
  })

  it('begin with the first moment of the span and end before its last', async () => {
    expect(seconds(await ask({ startTime: iso(start), endTime: iso(start + 2000) }))).toEqual([0, 1234])
    expect(seconds(await ask({ startTime: iso(start - 1000), endTime: iso(start) }))).toEqual([-1000])
  })

  it('are asked for, and told, on the clock of the device too, which is an hour ahead', async () => {
    const local = (time: number) =>
      iso(time + 3_600_000)
        .replace('T', ' ')
        .replace('Z', '')
    const span = { startTime: local(start), endTime: local(start + 2000) }
    const json = await ask({ ...span, localTimeAccuracy: 'true' })
    expect(items(json)[1]).toMatchObject({ localtime: `${local(start + 1000)}.234` })
    const [first] = items(await ask({ ...span, localTimeFormat: 1 }))
    expect(first).toMatchObject({ localtime: `${local(start).replace(' ', 'T')}+01:00` })
  })

  it('are none of a point that cannot be set or does not exist, and of a device that never reported', async () => {
    expect(items(await ask({ pointIds: 'power' }))).toEqual([])
    expect(items(await ask({ pointIds: 'nothing' }))).toEqual([])
    expect(items(await ask({ assetIds: 'p1' }))).toEqual([])
  })

  it.each([
    [{ startTime: 'yesterday' }, 'startTime must be'],
    [{ startTime: '2020-04-20 00:00:00' }, 'endTime must have the form of startTime'],
    [{ endTime: iso(start - 60_000) }, 'endTime must not be before startTime'],
    [{ pageSize: 640_001 }, 'pageSize must be at most 640000'],
    [{ pointIds: 'temp,p2', pageSize: 400_000 }, 'pageSize must be at most 320000'],
    [{ pointIds: Array.from({ length: 3001 }, (_, index) => `p${index}`).join() }, 'at most 3000'],
    [{ pointIds: ',' }, 'pointIds must name a point'],
    [{ assetIds: ',' }, 'assetIds must name an asset'],
    [{ itemFormat: 2 }, 'itemFormat must be at most 0'],
  ])('are refused for %j', async (change, msg) => {
    expect(await ask(change)).toMatchObject({ code: number(99_400), msg: expect.stringContaining(msg), data: null })
  })

  it('are refused where there is no such device, and to who may not read it', async () => {
    expect(await ask({ assetIds: 'h1,nobody' })).toMatchObject({ code: number(99_404) })
    const reader = await signIn(connect.url, 'reader', 'reader-secret')
    expect(await ask({}, reader)).toMatchObject({ code: number(99_403), msg: expect.stringContaining('Asset Read') })
  })

  it('outlive the program', async () => {
    await connect.stop()
    connect = await startSmall(directory)
    call = await signIn(connect.url, 'panel', 'panel-secret')
    expect(seconds(await ask())).toEqual([-1000, 0, 1234])
  })
})
