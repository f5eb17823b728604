import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '#contract/panel/operation.ts'
import { type Script, startScriptedGateway, text } from '../scripted-gateway.suite.ts'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { createCall } from './call.ts'
import { createCommandsSince } from './commands-since.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const operation: Operation = { ...anOperation({ assetId: 'a1' }), revision: 1 }

/** Commands created at these times, as a release lists them. */
const lists =
  (times: number[], { atMost = 1000, tellsTotal = true } = {}): Script =>
  (call, response) => {
    const { pageNo, pageSize } = JSON.parse(call.body).pagination
    const size = Math.min(pageSize, atMost)
    const data = times.slice((pageNo - 1) * size, pageNo * size).map((createTime) => ({
      commandId: String(createTime),
      createTime: String(createTime),
      commandType: 1,
      commandName: { defaultValue: 'Point', i18nValue: {} },
      timeout: 30,
      pendingTtl: 0,
      state: 5,
    }))
    const pagination = tellsTotal ? { pageNo, pageSize: size, totalSize: times.length } : undefined
    return text(JSON.stringify({ code: 0, msg: 'OK', requestId: 'r', data, pagination }))(call, response)
  }

async function since(time: number, search: Script) {
  const gateway = await startScriptedGateway({ search })
  const { call, stop } = createCall(gateway.address, { accessKey: 'a', secretKey: 's' })
  stops.push(gateway.stop, stop)
  const commands = await createCommandsSince(call)(operation, time)
  return { times: commands?.map(({ createTime }) => createTime), calls: gateway.calls('search'), commands }
}

const newestFirst = (count: number): number[] => Array.from({ length: count }, (_, index) => 1000 - index)

describe('the commands of a device since a moment', () => {
  it('are those of the list that are not older, of that device', async () => {
    const { times, calls } = await since(999, lists(newestFirst(10)))
    expect(times).toEqual([1000, 999])
    expect(calls.map(({ query }) => query.get('assetId'))).toEqual(['a1'])
  })

  it.for([[{}], [{ atMost: 20 }], [{ tellsTotal: false }]])(
    'are gathered from as many pages as it takes, told of with %j',
    async ([how]) => {
      expect((await since(901, lists(newestFirst(130), how))).times).toEqual(newestFirst(100))
    },
  )

  it('are not known where the list is too long, or ends short of what it promises', async () => {
    expect((await since(1, lists(newestFirst(900)))).commands).toBeNull()
    const promise = text('{"code":0,"msg":"OK","data":[],"pagination":{"pageNo":1,"pageSize":50,"totalSize":9}}')
    expect((await since(1, promise)).commands).toBeNull()
  })

  it('are looked for in the whole list where it does not begin with the newest', async () => {
    const oldestFirst = newestFirst(120).reverse()
    expect((await since(999, lists(oldestFirst))).times).toEqual([999, 1000])
  })

  it('are a failure where EnOS refuses or says what cannot be read', async () => {
    await expect(since(1, text('{"code":99403,"msg":"Denied"}'))).rejects.toMatchObject({ failure: 'permissionDenied' })
    await expect(since(1, text('{"code":0,"data":[{}]}'))).rejects.toMatchObject({ failure: 'unreadableAnswer' })
  })
})
