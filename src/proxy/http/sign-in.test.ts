import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import { sessionSchema } from '#contract/panel/session.ts'
import type { ProxyConfig } from '../config.ts'
import { addPerson, besideProxy, goodPassword } from '../people/people.suite.ts'
import { newDirectory, type panelOf, runProxy } from '../running-proxy.suite.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** No gateway is asked here: there is none. */
async function start(change: Partial<ProxyConfig> = {}) {
  const proxy = await runProxy('http://127.0.0.1:1', change)
  stops.push(proxy.stop)
  return { ...proxy, people: proxy.config.dataDirectory }
}

async function startWith(...names: string[]) {
  const proxy = await start()
  for (const name of names) await addPerson(proxy.people, name)
  return proxy
}

const codeOf = async (answer: Response): Promise<[number, number]> => [
  answer.status,
  envelopeSchema.parse(await answer.json()).code,
]
const sessionIn = async (answer: Response) => sessionSchema.parse(await answer.json())
const notSignedIn = [401, 60030]
const wrongPassword = [401, 60031]

describe('without anybody to sign in', () => {
  it('there is the built-in user', async () => {
    const proxy = await start()
    expect(await (await proxy.get('/api/sign-in')).json()).toEqual({ local: false, oidc: null })
    expect(sessionSchema.parse(await (await proxy.get('/api/session')).json())).toMatchObject({
      person: { kind: 'builtIn', role: 'administrator' },
      signIn: null,
    })
    expect(await codeOf((await proxy.signIn('ann', goodPassword)).answer)).toEqual(wrongPassword)
  })

  it('the first person that is added ends the built-in user at once', async () => {
    const proxy = await start()
    await addPerson(proxy.people, 'ann')
    expect(await codeOf(await proxy.get('/api/session'))).toEqual(notSignedIn)
    expect(await (await proxy.get('/api/sign-in')).json()).toEqual({ local: true, oidc: null })
  })

  it.for([{ host: '0.0.0.0' }, { host: '::' }, { panelUrl: new URL('https://setpoint.plant.example') }])(
    'nobody else than this machine is let in: %o is refused with what to do',
    async (change) => {
      const dataDirectory = newDirectory()
      await expect(start({ ...change, dataDirectory })).rejects.toThrow(/setpoint user add NAME .*OIDC_ISSUER/)
      await addPerson(dataDirectory, 'ann')
      await start({ ...change, dataDirectory })
    },
  )
})

describe('a person with an account', () => {
  it('gets a session in a cookie that no script reads, and is who the session tells', async () => {
    const proxy = await startWith('ann')
    const before = Date.now()
    const { answer, panel } = await proxy.signIn(' Ann ', goodPassword)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^setpoint=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    const said = sessionSchema.parse(await answer.json())
    expect(said).toMatchObject({
      person: { id: 'ann', name: 'ann of the test', role: 'operator', assetIds: [], kind: 'local' },
      signIn: { idleLimit: 3600 },
    })
    expect(said.signIn?.time).toBeGreaterThanOrEqual(before)
    expect(said.signIn?.endTime).toBe((said.signIn?.time ?? 0) + 12 * 3600 * 1000)
    const told = sessionSchema.parse(await (await panel.get('/api/session')).json())
    expect({ ...told, time: 0 }).toEqual({ ...said, time: 0 })
    expect(await codeOf(await proxy.get('/api/session'))).toEqual(notSignedIn)
  })

  it.for([
    ['a wrong password', 'ann', 'correct horse battery stable'],
    ['a longer one', 'ann', `${goodPassword} `],
    ['a name that nobody has', 'bob', goodPassword],
  ])('is told the same for %s', async ([, name = '', password = '']) => {
    const proxy = await startWith('ann')
    const { answer } = await proxy.signIn(name, password)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await answer.json()).toEqual({
      code: 60031,
      msg: 'name or password is wrong',
      submsg: null,
      data: null,
      requestId: expect.any(String),
    })
  })

  it('signs in with a password however its letters were composed', async () => {
    const proxy = await start()
    await besideProxy(proxy.people, async (accounts, hash) =>
      accounts.add({
        id: 'eva',
        name: 'Éva',
        role: 'viewer',
        assetIds: [],
        passwordHash: await hash('Caf\u00e9 im Café 12'),
      }),
    )
    expect((await proxy.signIn('eva', 'Cafe\u0301 im Café 12')).answer.status).toBe(200)
  })

  it('who signs in again as themselves has a new token and a new time, and stays who they are', async () => {
    const proxy = await startWith('ann')
    const first = await proxy.signIn('ann', goodPassword)
    const { time } = (await sessionIn(first.answer)).signIn ?? { time: 0 }
    await expect.poll(() => Date.now()).toBeGreaterThan(time)
    const second = await first.panel.signIn('ann', goodPassword)
    expect(second.panel.cookie).not.toBe(first.panel.cookie)
    expect((await sessionIn(second.answer)).signIn?.time).toBeGreaterThan(time)
    expect(await codeOf(await first.panel.get('/api/session'))).toEqual(notSignedIn)
    expect((await second.panel.get('/api/session')).status).toBe(200)
  })

  it('who signs in as somebody else ends the session that the browser had', async () => {
    const proxy = await startWith('ann', 'bob')
    const ann = (await proxy.signIn('ann', goodPassword)).panel
    const bob = (await ann.signIn('bob', goodPassword)).panel
    expect(await (await bob.get('/api/session')).json()).toMatchObject({ person: { id: 'bob' } })
    expect(await codeOf(await ann.get('/api/session'))).toEqual(notSignedIn)
  })

  it('cannot bring a token along that was made elsewhere', async () => {
    const proxy = await startWith('ann')
    const planted = `setpoint=${randomBytes(32).toString('base64url')}`
    const { answer, panel } = await proxy.signIn('ann', goodPassword, { cookie: planted })
    expect(answer.status).toBe(200)
    expect(panel.cookie).not.toBe(planted)
    expect(await codeOf(await proxy.get('/api/session', { cookie: planted }))).toEqual(notSignedIn)
  })

  it('signs out of this browser, or of all', async () => {
    const proxy = await startWith('ann', 'bob')
    const panels: ReturnType<typeof panelOf>[] = []
    for (const name of ['ann', 'ann', 'ann', 'bob']) panels.push((await proxy.signIn(name, goodPassword)).panel)
    const statuses = async () => {
      const answers = await Promise.all(panels.map((panel) => panel.get('/api/session')))
      return answers.map(({ status }) => status)
    }
    const out = await panels[0]?.post('/api/sign-out', {})
    expect(out?.headers.getSetCookie()[0]).toMatch(/^setpoint=; .*Expires=Thu, 01 Jan 1970/)
    expect(await statuses()).toEqual([401, 200, 200, 200])
    await panels[1]?.post('/api/sign-out', { everywhere: true })
    expect(await statuses()).toEqual([401, 401, 401, 200])
  })

  it('stays signed in over a restart, and their token is nowhere on disk', async () => {
    const proxy = await startWith('ann')
    const { panel } = await proxy.signIn('ann', goodPassword)
    await proxy.stop()
    const token = panel.cookie?.split('=')[1] ?? ''
    expect(token).toHaveLength(43)
    for (const name of ['people.sqlite', 'people.sqlite-wal']) {
      const file = join(proxy.people, name)
      if (existsSync(file)) expect(readFileSync(file, 'latin1')).not.toContain(token)
    }
    const again = await start({ dataDirectory: proxy.people })
    expect((await again.get('/api/session', { cookie: panel.cookie ?? '' })).status).toBe(200)
  })
})

describe('what is done about a person beside the proxy has effect on their sessions at once:', () => {
  async function signedIn() {
    const proxy = await startWith('ann', 'bob')
    const [ann, bob] = [await proxy.signIn('ann', goodPassword), await proxy.signIn('bob', goodPassword)]
    return { proxy, ann: ann.panel, bob: bob.panel }
  }

  it('disabling ends them, and enabling brings none back', async () => {
    const { proxy, ann, bob } = await signedIn()
    await besideProxy(proxy.people, (accounts) => accounts.disable('ann', true))
    expect(await codeOf(await ann.get('/api/session'))).toEqual(notSignedIn)
    expect(await codeOf((await proxy.signIn('ann', goodPassword)).answer)).toEqual(wrongPassword)
    expect((await bob.get('/api/session')).status).toBe(200)
    await besideProxy(proxy.people, (accounts) => accounts.disable('ann', false))
    expect(await codeOf(await ann.get('/api/session'))).toEqual(notSignedIn)
    expect((await proxy.signIn('ann', goodPassword)).answer.status).toBe(200)
  })

  it('another role and other places hold from the next call on', async () => {
    const { proxy, ann } = await signedIn()
    await besideProxy(proxy.people, (accounts) => accounts.changeRole('ann', 'viewer', ['a1']))
    expect(await (await ann.get('/api/session')).json()).toMatchObject({ person: { role: 'viewer', assetIds: ['a1'] } })
  })

  it('a new password ends them', async () => {
    const { proxy, ann, bob } = await signedIn()
    await besideProxy(proxy.people, async (accounts, hash) =>
      accounts.changePassword('ann', await hash('another good password'), ''),
    )
    expect(await codeOf(await ann.get('/api/session'))).toEqual(notSignedIn)
    expect((await bob.get('/api/session')).status).toBe(200)
    expect((await proxy.signIn('ann', 'another good password')).answer.status).toBe(200)
  })
})
