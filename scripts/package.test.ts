import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfNeeded } from './build-if-needed.ts'

const shell = process.platform === 'win32'
const npm = (...args: string[]): string => execFileSync('npm', args, { encoding: 'utf8', shell })

const folder = mkdtempSync(join(tmpdir(), 'setpoint-package-'))
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const bin = join(folder, 'node_modules', '.bin', 'setpoint')

/**
 * What `npm install <tarball> --omit=dev` would lay down, from what is installed here: without any network. Packages are
 * links, as six thousand copied files take a busy disk longer than all the rest; `--preserve-symlinks` has each look for
 * what it needs from where its link stands, so that nothing but what was laid down is found.
 */
function install(): void {
  const packed = JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', folder))
  const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed)
  const home = join(folder, 'node_modules', 'setpoint')
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', home, '--strip-components=1'])
  const production = npm('ls', '--omit=dev', '--all', '--parseable').trim().split(/\r?\n/).slice(1)
  for (const path of production) {
    const link = join(folder, relative(resolve('.'), path))
    // One that lies inside of another came with it.
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(path, link, 'junction')
  }
  mkdirSync(dirname(bin), { recursive: true })
  symlinkSync(join(home, 'dist', 'server', 'setpoint.js'), bin)
}

const run = (...args: string[]) => {
  const environment = { PROXY_PORT: '0', CONNECT_PORT: '0', MQTT_PORT: '0', DATA_DIR: join(folder, 'data') }
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, ['--preserve-symlinks', bin, ...args], {
    cwd: folder,
    env: { PATH, ...environment },
  })
  const state = { output: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      state.output += part
    })
  }
  return { child, state }
}

describe('the package, installed with what it needs to run and nothing else', { timeout: 120_000 }, () => {
  beforeAll(() => {
    buildIfNeeded()
    install()
  }, 600_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('serves the panel on the embedded EnOS, and stops when told', async () => {
    const { child, state } = run()
    // To the end of its line: what comes through a pipe may come in pieces.
    const address = /Setpoint is at (http:\/\/\S+)\s/
    await expect.poll(() => state.output, { timeout: 90_000 }).toMatch(address)
    const url = address.exec(state.output)?.[1] ?? ''
    const session = await (await fetch(`${url}/api/session`)).json()
    expect(session).toMatchObject({ version, gateways: [{ kind: 'embedded' }] })
    const page = await (await fetch(url)).text()
    expect(page).toContain('<html')
    // What public/early.js asks for beside the panel's code.
    const historyCode = /name="history-code" content="(\S+)/.exec(page)?.[1] ?? ''
    expect(historyCode).toMatch(/^\/assets\/history-page-/)
    expect((await fetch(url + historyCode)).status).toBe(200)
    const search = `${url}/connect-service/v2.1/devices?action=search&orgId=${session.gateways[0]?.orgId}`
    const answer = await fetch(search, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    expect(await answer.json()).toMatchObject({ code: 0 })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it.for([
    [['--help'], 0, 'Usage: setpoint'],
    [['--version'], 0, version],
    [['doctor'], 0, 'embedded EnOS'],
    [['audit', 'verify', '--file', 'none.sqlite'], 2, 'none.sqlite'],
    [['start', '--colour'], 1, '--colour'],
    [['nonsense'], 1, 'no command nonsense'],
  ] as const)('setpoint %o ends with %i', async ([args, code, told]) => {
    const { child, state } = run(...args)
    expect(await once(child, 'close')).toEqual([code, null])
    expect(state.output).toContain(told)
  })

  it('lets a person in with a password from standard input', async () => {
    const adding = run('user', 'add', 'kari', '--role', 'engineer')
    adding.child.stdin.end('correct horse battery staple\n')
    expect(await once(adding.child, 'close')).toEqual([0, null])
    expect(adding.state.output).toContain('added kari: engineer, everywhere')
    const { child, state } = run('user', 'list')
    expect(await once(child, 'close')).toEqual([0, null])
    expect(state.output).toBe('kari  kari  engineer, everywhere\n')
  })
})
