import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { addPerson, besideProxy, goodPassword } from '../people/people.suite.ts'
import { newDirectory, runProxy } from '../running-proxy.suite.ts'
import { spawnProxy } from '../spawned-proxy.suite.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

describe('the log', () => {
  it('tells who signed in and out, from where and by which way, who was refused and why, and no secret', {
    timeout: 60_000,
  }, async () => {
    const dataDirectory = newDirectory()
    await addPerson(dataDirectory, 'ann')
    const hash = await besideProxy(dataDirectory, async (accounts) => accounts.find('ann')?.passwordHash ?? '')
    const proxy = await spawnProxy('http://127.0.0.1:1', dataDirectory, {
      LOG_LEVEL: 'trace',
      TRUSTED_PROXIES: '127.0.0.1',
    })
    stops.push(() => proxy.end('SIGKILL'))
    const { panel: signedIn } = await proxy.panel.signIn('ann', goodPassword, { 'x-forwarded-for': '10.1.2.3' })
    await proxy.panel.signIn('ann', 'a wrong password')
    await proxy.panel.signIn('my password by mistake', 'x')
    await besideProxy(dataDirectory, (accounts) => accounts.disable('ann', true))
    await proxy.panel.signIn('ann', goodPassword)
    await besideProxy(dataDirectory, (accounts) => accounts.disable('ann', false))
    const again = (await proxy.panel.signIn('ann', goodPassword)).panel
    await again.post('/api/sign-out', { everywhere: true })
    for (let n = 0; n < 6; n++) await proxy.panel.signIn('ann', 'a wrong password')

    // To the end of its line: what comes through a pipe may come in pieces.
    await expect.poll(() => proxy.output()).toMatch(/too many attempts.*\n/)
    const lines = proxy
      .output()
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{'))
    const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => /^sign(ed|-in)/.test(msg))
    const address = '127.0.0.1'
    expect(told.slice(0, 7)).toMatchObject([
      { msg: 'signed in', person: 'ann', kind: 'local', address: '10.1.2.3' },
      { msg: expect.stringContaining('plain HTTP'), level: 40, address: '10.1.2.3' },
      { msg: 'sign-in refused', person: 'ann', why: 'wrong password', address },
      { msg: 'sign-in refused', person: null, why: 'unknown name', address },
      { msg: 'sign-in refused', person: 'ann', why: 'disabled', address },
      { msg: 'signed in', person: 'ann', address },
      { msg: 'signed out', person: 'ann', everywhere: true, address },
    ])
    expect(told.at(-1)).toMatchObject({ msg: 'sign-in refused', person: 'ann', why: 'too many attempts', address })

    const secrets = [goodPassword, 'a wrong password', 'my password by mistake', hash]
    for (const panel of [signedIn, again]) secrets.push(panel.cookie?.split('=')[1] ?? '')
    expect(secrets.every((secret) => secret.length > 10)).toBe(true)
    for (const secret of secrets) expect(proxy.output()).not.toContain(secret)
    expect(readFileSync(join(dataDirectory, 'people.sqlite'), 'latin1')).not.toContain(goodPassword)
  })
})

describe('an error of the proxy’s own', () => {
  it('is answered without its words', async () => {
    const proxy = await runProxy('http://127.0.0.1:1')
    stops.push(proxy.stop)
    await addPerson(proxy.config.dataDirectory, 'ann')
    const { panel } = await proxy.signIn('ann', goodPassword)
    const sqlite = new Sqlite(join(proxy.config.dataDirectory, 'people.sqlite'))
    sqlite.exec('DROP TABLE session')
    sqlite.close()
    const answer = await panel.get('/api/session')
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      code: 99500,
      msg: 'something went wrong inside the proxy',
      submsg: null,
      data: null,
      requestId: expect.any(String),
    })
  })

  it('of a request that is none is told in the same shape', async () => {
    const proxy = await runProxy('http://127.0.0.1:1')
    stops.push(proxy.stop)
    for (const path of ['/api/operations/%', '/%', '/api/session?%']) {
      const answer = await proxy.get(path)
      const text = await answer.text()
      expect(answer.status === 200 || (text.includes('"code":99400') && answer.status === 400)).toBe(true)
      expect(text).not.toMatch(/fastify|node_modules|stack|FST_/i)
    }
  })
})
