import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExactNumber } from '#contract/value/exact.ts'
import { openDatabase } from '#database/open-database.ts'
import { readFleet, smallFleet } from '../fleet-file/small-fleet.test-support.ts'
import { organisationOf } from '../registry/organisation.ts'
import { startSmall, temporaryFolder } from '../start-connect.test-support.ts'
import type { Connect } from '../start-connect.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { createSqliteTokenStore } from '../store/sqlite/sqlite-token-store.ts'
import { type HttpAnswer, sendRaw, sendToken, tokenBody } from './signed-client.test-support.ts'
import { createTokenService } from './token-service.ts'

const status = (code: number) => new ExactNumber(String(code))
const refused = (code: number, msg: string) => ({
  status: status(code),
  msg: expect.stringContaining(msg),
  business: 'apim-token-service',
  data: null,
})
const proof = (timestamp?: number) => tokenBody('panel', 'panel-secret', timestamp)
const tokenOf = ({ json }: HttpAnswer): string => Object(json.data).accessToken

describe('the token call over HTTP (§4.1)', () => {
  let connect: Connect
  let dataDir: string
  beforeEach(async () => {
    dataDir = temporaryFolder()
    connect = await startSmall(dataDir)
  })
  afterEach(() => connect.stop())
  const get = (body: object) => sendToken(connect.url, body)

  it('gives a token for 7200 s, and the same one again while it is valid, also after a restart', async () => {
    const now = Date.now()
    const first = await get(proof(now))
    expect(first.json).toMatchObject({
      status: status(0),
      msg: 'SUCCESS',
      business: 'apim-token-service',
      data: { expire: status(7200) },
    })
    expect(tokenOf(await get(proof(now + 1)))).toBe(tokenOf(first))
    await connect.stop()
    connect = await startSmall(dataDir)
    expect(tokenOf(await get(proof(now + 2)))).toBe(tokenOf(first))
    expect((await get(proof(now))).json).toEqual(refused(1001, 'already used'))
  })

  it('refuses by the codes of §4.5', async () => {
    const good = proof()
    const get = (body: object) => sendToken(connect.url, body)
    expect((await get({ ...good, appKey: 'nobody' })).json).toEqual(refused(1002, 'appKey does not exist'))
    expect((await get({ ...good, encryption: 'f'.repeat(64) })).json).toEqual(refused(1003, 'encryption is invalid'))
    expect((await get({ ...good, timestamp: 'soon' })).json).toEqual(refused(1004, 'Invalid parameter: timestamp'))
    expect((await get(proof(Date.now() - 3_600_000))).json).toEqual(refused(1004, 's behind the gateway'))
    expect((await get([])).json).toEqual(refused(1004, 'must be a JSON object'))
    for (const field of ['appKey', 'encryption', 'timestamp']) {
      expect((await get({ ...good, [field]: '' })).json).toEqual(refused(1202, `Empty parameter: ${field}`))
    }
    const text = await sendRaw(`${connect.url}/apim-token-service/v2.0/token/get`, { body: '{' })
    expect(text.json).toEqual(refused(1004, 'the body is not JSON'))
    // What was refused is not spent.
    expect((await get(good)).json).toMatchObject({ status: status(0) })
  })

  it('refreshes a token of the same application only', async () => {
    const now = Date.now()
    const accessToken = tokenOf(await get(proof(now)))
    const refresh = (body: object) => sendToken(connect.url, body, 'refreshToken')
    expect((await refresh({ ...proof(now + 1), accessToken })).json).toMatchObject({
      status: status(0),
      data: { accessToken, expire: status(7200) },
    })
    const others = { ...tokenBody('limited', 'limited-secret'), accessToken }
    expect((await refresh(others)).json).toEqual(refused(1204, 'cannot be refreshed'))
    expect((await refresh({ ...proof(now + 2), accessToken: 'x' })).json).toEqual(refused(1204, 'cannot be refreshed'))
    expect((await refresh(proof(now + 3))).json).toEqual(refused(1202, 'Empty parameter: accessToken'))
  })
})

describe('the life of a token', () => {
  const start = Date.now()
  let time = start
  const database = openDatabase('sqlite::memory:', migrations)
  const { applications } = organisationOf(readFleet(smallFleet()))
  const tokens = createTokenService(
    createSqliteTokenStore(database),
    (key) => applications.get(key),
    () => time,
  )
  const get = () => tokens.get(proof(time))

  it('grows shorter, ends after 7200 s, and can be begun anew by a refresh', async () => {
    const { accessToken } = await get()
    time = start + 7_000_000
    expect(await get()).toEqual({ accessToken, expire: 200 })
    time += 1
    expect(await tokens.refresh({ ...proof(time), accessToken })).toEqual({ accessToken, expire: 7200 })
    time += 7_200_000
    expect(() => tokens.owner(accessToken)).toThrow(expect.objectContaining({ failure: 'tokenExpired' }))
    await expect(tokens.refresh({ ...proof(time), accessToken })).rejects.toMatchObject({ failure: 'tokenRefresh' })
    time += 1
    const next = await get()
    expect(next.expire).toBe(7200)
    expect(next.accessToken).not.toBe(accessToken)
    expect(tokens.owner(next.accessToken).accessKey).toBe('panel')
  })

  it('is forgotten a day after its end', async () => {
    time += 1
    const { accessToken } = await get()
    time += 7_200_000 + 24 * 3_600_000 + 1
    await get()
    expect(() => tokens.owner(accessToken)).toThrow(expect.objectContaining({ failure: 'gatewayCredentials' }))
    database.close()
  })
})
