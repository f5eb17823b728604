import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDirectory, runProxy } from '../running-proxy.suite.ts'

let proxy: Awaited<ReturnType<typeof runProxy>>
beforeAll(async () => {
  const webDirectory = join(newDirectory(), 'web')
  mkdirSync(join(webDirectory, 'assets'), { recursive: true })
  writeFileSync(join(webDirectory, 'index.html'), '<title>Setpoint</title>')
  writeFileSync(join(webDirectory, 'assets', 'main-4f2a.js'), 'run()')
  writeFileSync(join(webDirectory, 'assets', 'main-4f2a.js.gz'), gzipSync('run()'))
  writeFileSync(join(webDirectory, 'service-worker.js'), 'keep()')
  writeFileSync(join(webDirectory, 'panel.webmanifest'), '{}')
  writeFileSync(join(webDirectory, '..', 'secret.txt'), 'secret')
  proxy = await runProxy('http://127.0.0.1:1', { webDirectory })
})
afterAll(() => proxy.stop())

const page = { headers: { accept: 'text/html,*/*' } }

describe('the built panel', () => {
  it.for(['/', '/index.html', '/devices/a/points/b', '/history?text=x'])(
    '%s shows its page, never from a cache',
    async (path) => {
      const answer = await fetch(proxy.url + path, page)
      expect([answer.status, await answer.text()]).toEqual([200, '<title>Setpoint</title>'])
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
    },
  )

  it('keeps files that are named for their content for ever', async () => {
    const answer = await fetch(`${proxy.url}/assets/main-4f2a.js`)
    expect(await answer.text()).toBe('run()')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('sends what the build has compressed to who takes it, and the plain file to who does not', async () => {
    const path = `${proxy.url}/assets/main-4f2a.js`
    const ask = async (encoding: string) => {
      const answer = await fetch(path, { headers: { 'accept-encoding': encoding } })
      return [await answer.text(), answer.headers.get('content-encoding'), answer.headers.get('vary')]
    }
    expect(await ask('gzip, br')).toEqual(['run()', 'gzip', 'accept-encoding'])
    expect(await ask('identity')).toEqual(['run()', null, 'accept-encoding'])
    const { headers } = await fetch(path, { headers: { 'accept-encoding': 'gzip' } })
    expect(headers.get('content-type')).toMatch(/^(text|application)\/javascript/)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it.for([
    ['/service-worker.js', /^(text|application)\/javascript/],
    ['/panel.webmanifest', /^application\/manifest\+json/],
  ] as const)('%s is what a browser takes for it, asked for anew each time', async ([path, type]) => {
    const answer = await fetch(proxy.url + path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(answer.headers.get('content-type')).toMatch(type)
    expect(answer.headers.get('content-security-policy')).toMatch(/worker-src 'self'/)
  })

  it.for(['/assets/gone.js', '/api/nothing', '/connect-service/v2.1/nothing'])('%s is no page of it', async (path) => {
    const answer = await fetch(proxy.url + path, path.startsWith('/assets') ? {} : page)
    expect(answer.status).toBe(404)
  })

  it.for(['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt'])(
    '%s shows nothing beside it',
    async (path) => {
      expect(await (await fetch(proxy.url + path, page)).text()).not.toContain('secret')
    },
  )
})
