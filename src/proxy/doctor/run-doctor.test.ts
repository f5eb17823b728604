import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { certificate } from '../gateway-certificate.suite.ts'
import { envelope, type Script, startScriptedGateway, text } from '../scripted-gateway.suite.ts'
import { runDoctor } from './run-doctor.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const secret = 'secret-of-app'
const device = { assetId: 'Ab3dE9xQ', productKey: 'pk', deviceKey: 'dk', status: 'online' }
const page = (data: unknown[], totalSize: number): Script =>
  text(JSON.stringify({ code: 0, msg: 'OK', data, pagination: { pageNo: 1, pageSize: 1, totalSize } }))

/** Devices, thing models and commands are all searched by `search`. */
const search =
  (devices: Script, commands: Script): Script =>
  (call, response) =>
    (call.path.endsWith('/devices') ? devices : call.path.endsWith('/commands') ? commands : page([], 4))(
      call,
      response,
    )

const healthy: Record<string, Script> = {
  search: search(page([device], 65), page([], 0)),
  searchAsset: page([], 70),
  searchRelatedAsset: page([], 0),
}

const examine = async (address: string, more: Record<string, string> = {}) => {
  const lines: string[] = []
  const enos = { ENOS_URL: address, ENOS_ACCESS_KEY: 'key-of-app', ENOS_SECRET_KEY: secret, ENOS_ORG_ID: 'o1' }
  const code = await runDoctor({ ...enos, ...more }, (line) => lines.push(line))
  const told = lines.join('\n')
  expect(told).not.toContain(secret)
  return { code, told }
}

async function examineWith(scripts: Record<string, Script>, more: Record<string, string> = {}) {
  const gateway = await startScriptedGateway({ '': text('no route', 404), ...healthy, ...scripts })
  stops.push(gateway.stop)
  return { gateway, ...(await examine(gateway.address, more)) }
}

describe('setpoint doctor', () => {
  it('finds nothing wrong with a gateway that is well, and neither sends nor changes anything', async () => {
    const { gateway, code, told } = await examineWith({}, { ENOS_TREE_IDS: 't1' })
    expect(told).toContain('✔ Credentials')
    expect(told).toContain('✔ Device Read: 65 devices')
    expect(told).toContain('✔ Asset Read: 70 assets')
    expect(told).toContain('✔ Asset tree t1')
    expect(told).toContain('✔ Model Read: 4 thing models')
    expect(told).toContain('✔ Asset Control')
    expect(told).toContain('! Address')
    expect(code).toBe(0)
    const asked = new Set(gateway.received.map(({ action }) => action))
    expect([...asked].sort()).toEqual(['', 'search', 'searchAsset', 'searchRelatedAsset', 'token'])
  })

  const denied = envelope(99403, null, 'Denied resource')
  const cases: [title: string, scripts: Record<string, Script>, told: string, mend: string][] = [
    ['an unknown access key', { token: text('{"status":1002}') }, '✘ Credentials: unknownAppKey', 'ENOS_ACCESS_KEY'],
    ['a wrong secret', { token: text('{"status":1003}') }, '✘ Credentials: wrongEncryption', 'ENOS_SECRET_KEY'],
    ['an address not allowed', { token: text('', 403) }, '✘ Credentials: gatewayAddress', 'allow the address'],
    ['a web page for a token', { token: text('<html>') }, '✘ Credentials: tokenInternal', 'administrator'],
    ['too many calls', { searchAsset: text('', 429) }, '✘ Asset Read: gatewayTooMany', 'rate limit'],
    ['no right to assets', { searchAsset: denied }, '✘ Asset Read: permissionDenied', 'permission'],
    ['a tree that is not there', { searchRelatedAsset: envelope(17404) }, '✘ Asset tree t1', 'ENOS_TREE_IDS'],
    ['no right to devices', { search: search(denied, denied) }, '· Asset Control', 'permission'],
    [
      'no right to commands',
      { search: search(page([device], 1), denied) },
      '✘ Asset Control: permissionDenied',
      'permission',
    ],
    [
      'an unknown organisation',
      { search: search(envelope(99400, null, 'orgId does not exist'), denied) },
      '✘ Device Read: invalidArgument',
      'ENOS_ORG_ID',
    ],
    [
      'a clock that is far off',
      { '': (_call, response) => void response.writeHead(404, { date: 'Mon, 01 Jan 2024 00:00:00 GMT' }).end() },
      '✘ Clock',
      'NTP',
    ],
  ]
  it.for(cases)('says of %s what is wrong and how to mend it', async ([, scripts, expected, mend]) => {
    const { code, told } = await examineWith(scripts, { ENOS_TREE_IDS: 't1' })
    expect(told).toContain(expected)
    expect(told).toContain(mend)
    expect(code).toBe(1)
  })

  it.for([
    ['a port where nobody listens', 'http://127.0.0.1:1', '✘ Connection', 'nothing listens'],
    ['a name that is not there', 'https://no-such-host.invalid', '✘ DNS', 'host name in ENOS_URL'],
    ['no address at all', 'apim.example', '✘ Settings: ENOS_URL', 'README.md'],
  ] as const)('stops at %s', { timeout: 120_000 }, async ([, address, expected, mend]) => {
    const { code, told } = await examine(address)
    expect(told).toContain(expected)
    expect(told).toContain(mend)
    expect(told).not.toContain('Credentials')
    expect(code).toBe(1)
  })

  it('tells a certificate of a private CA from a port without TLS', async () => {
    const secure = await startScriptedGateway({}, certificate)
    const open = await startScriptedGateway()
    stops.push(secure.stop, open.stop)
    expect((await examine(secure.address)).told).toMatch(/✘ TLS: .*certificate[\s\S]*ENOS_CA_FILE/)
    expect((await examine(open.address.replace('http:', 'https:'))).told).toMatch(/✘ TLS: [\s\S]*speaks no TLS/)
  })

  it('has nothing to check on the embedded EnOS', async () => {
    expect(await examine('')).toMatchObject({ code: 0, told: expect.stringContaining('embedded') })
  })

  it('checks every gateway of a file, each under its name, by the words of the file', async () => {
    const well = await startScriptedGateway({ '': text('no route', 404), ...healthy })
    const denies = await startScriptedGateway({ '': text('', 404), ...healthy, token: text('{"status":1002}') })
    stops.push(well.stop, denies.stop)
    const file = join(mkdtempSync(join(tmpdir(), 'setpoint-doctor-')), 'gateways.json')
    const entry = { kind: 'test', accessKey: 'key-of-app', secretKey: secret, orgId: 'o1' }
    const gateways = [
      { ...entry, id: 'one', name: 'First plant', url: well.address },
      { ...entry, id: 'two', name: 'Second plant', url: denies.address },
      { id: 'practice', kind: 'embedded', name: 'Practice' },
    ]
    writeFileSync(file, JSON.stringify(gateways), { mode: 0o600 })
    const lines: string[] = []
    expect(await runDoctor({ GATEWAYS_FILE: file }, (line) => lines.push(line))).toBe(1)
    const told = lines.join('\n')
    const order = [
      'First plant (one)',
      '✔ Asset Control',
      'Second plant (two)',
      '✘ Credentials',
      '“accessKey” is not',
      'Practice',
    ]
    const places = order.map((words) => told.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(told).not.toContain('ENOS_')
    expect(told).not.toContain(secret)
  })

  it('tells what is wrong with the file', async () => {
    const lines: string[] = []
    expect(await runDoctor({ GATEWAYS_FILE: 'nowhere.json' }, (line) => lines.push(line))).toBe(1)
    expect(lines[0]).toMatch(/^✘ Settings: GATEWAYS_FILE: nowhere.json cannot be read/)
  })
})
