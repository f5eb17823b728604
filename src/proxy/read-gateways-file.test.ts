import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProxyConfig } from './config.ts'
import { certificate } from './gateway-certificate.suite.ts'
import type { GatewayConfig } from './gateway-config.ts'
import { wantsEmbedded } from './read-gateways-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'setpoint-gateways-'))
let files = 0

function file(content: unknown, mode = 0o600): string {
  const path = join(folder, `gateways-${++files}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  chmodSync(path, mode)
  return path
}
writeFileSync(join(folder, 'key'), 'key-in-a-file\n')
writeFileSync(join(folder, 'ca.pem'), certificate.cert)

const plant = {
  id: 'plant',
  name: 'Plant',
  kind: 'production',
  url: 'https://apim.example/',
  accessKey: 'access-of-plant',
  secretKey: 'secret-of-plant',
  orgId: 'o1',
}
const lab = {
  id: 'lab-2',
  name: 'Lab',
  kind: 'test',
  url: 'http://10.0.0.1:8080',
  accessKeyFile: 'key',
  secretKeyFile: join(folder, 'key'),
  orgId: 'o2',
  treeIds: ['t1'],
  caFile: 'ca.pem',
}
const embedded: GatewayConfig = {
  id: 'embedded',
  address: 'http://127.0.0.1:8790',
  accessKey: 'a',
  secretKey: 's',
  orgId: 'o',
  treeIds: ['t'],
  name: 'Embedded EnOS',
  kind: 'embedded',
}

const read = (content: unknown, mode?: number) => readProxyConfig({ GATEWAYS_FILE: file(content, mode) }, embedded)

describe('a file of gateways', () => {
  it('gives them in its order, with keys and certificates from files beside it', () => {
    const { gateways } = read([lab, plant])
    expect(gateways).toMatchObject([
      { id: 'lab-2', accessKey: 'key-in-a-file', secretKey: 'key-in-a-file', orgId: 'o2', treeIds: ['t1'] },
      { id: 'plant', address: 'https://apim.example', secretKey: 'secret-of-plant', kind: 'production', treeIds: [] },
    ])
    expect(gateways[0]?.route?.trusted?.length).toBeGreaterThan(1)
    expect(read({ gateways: [plant] }).gateways).toHaveLength(1)
  })

  it('asks for the embedded EnOS by an entry without a url', () => {
    const content = [plant, { id: 'practice', kind: 'embedded' }]
    expect([wantsEmbedded(file(content)), wantsEmbedded(file([plant]))]).toEqual([true, false])
    expect(read(content).gateways[1]).toEqual({ ...embedded, id: 'practice' })
    expect(read([{ id: 'practice', kind: 'embedded', name: 'To practise' }]).gateways[0]?.name).toBe('To practise')
    expect(() => readProxyConfig({ GATEWAYS_FILE: file(content) })).toThrow('[1] has no url')
  })

  it('may be one of our own by address, called embedded', () => {
    expect(read([{ ...plant, kind: 'embedded' }]).gateways[0]).toMatchObject({ address: 'https://apim.example' })
    expect(wantsEmbedded(file([{ ...plant, kind: 'embedded' }]))).toBe(false)
  })

  const cases: [what: unknown, told: string][] = [
    ['[', 'is no JSON'],
    ['"secret-of-plant', 'is no JSON'],
    [[], 'names no gateway'],
    [{}, '.gateways'],
    [{ gateways: [plant], more: 1 }, '"more"'],
    ['text', 'is no JSON'],
    ['1', 'expected array'],
    [[1], '[0]'],
    [[plant, { ...lab, id: 'Lab' }], '[1].id must be lower case'],
    [[plant, { ...lab, id: 'plant' }], '[1].id there is another gateway plant'],
    [{ gateways: [plant, { ...lab, id: 'plant' }] }, '.gateways[1].id there is another gateway plant'],
    [[{ ...plant, url: 'apim.example' }], '[0].url'],
    [[{ ...plant, kind: 'toy' }], '[0].kind'],
    [[{ ...plant, colour: 'red' }], '"colour"'],
    [[{ ...plant, secretKeyFile: 'key' }], '[0].secretKey give either'],
    [[{ ...plant, accessKey: undefined }], '[0].accessKey give either'],
    [[{ ...plant, orgId: ' ' }], '[0].orgId'],
    [[{ ...plant, url: undefined }], '[0].url'],
    [[{ id: 'e', kind: 'embedded', orgId: 'o' }], '"orgId"'],
    [
      [
        { id: 'e', kind: 'embedded' },
        { id: 'f', kind: 'embedded' },
      ],
      'only one',
    ],
    [[{ ...lab, secretKeyFile: 'none' }], '[0].secretKeyFile'],
    [[{ ...lab, caFile: 'key' }], '[0].caFile'],
  ]
  it.for(cases)('%j is refused with the place of its mistake', ([what, told]) => {
    expect(() => read(what)).toThrow(told)
    expect(() => read(what)).toThrow('GATEWAYS_FILE')
    expect(() => read(what)).not.toThrow('secret-of-plant')
  })

  it('tells all its mistakes at once', () => {
    const wrong = [
      { ...plant, kind: 'toy' },
      { ...lab, id: '' },
    ]
    expect(() => read(wrong)).toThrow(/\[0\]\.kind.*\[1\]\.id/)
  })

  it('and ENOS_URL with what belongs to it are refused together', () => {
    const both = { GATEWAYS_FILE: file([plant]), ENOS_URL: 'https://apim.example', GATEWAY_NAME: 'Plant' }
    expect(() => readProxyConfig(both)).toThrow('either GATEWAYS_FILE or ENOS_URL')
    expect(() => readProxyConfig(both)).toThrow('GATEWAY_NAME')
  })

  it.skipIf(process.platform === 'win32')(
    'that everybody may read is warned of where it holds keys (Windows has no such modes)',
    () => {
      expect(read([plant], 0o644).warnings).toEqual([expect.stringContaining('chmod 600')])
      expect([read([plant], 0o640), read([lab], 0o644)].map(({ warnings }) => warnings)).toEqual([[], []])
    },
  )
})
