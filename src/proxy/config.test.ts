import { describe, expect, it } from 'vitest'
import { readProxyConfig } from './config.ts'
import type { GatewayConfig } from './gateway-config.ts'

const enos = { ENOS_URL: 'https://apim.example/', ENOS_ACCESS_KEY: 'a', ENOS_SECRET_KEY: 's', ENOS_ORG_ID: 'o1' }
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

describe('the settings', () => {
  it('have safe defaults', () => {
    expect(readProxyConfig({}, embedded)).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      dataDirectory: './data',
      personName: 'Local user',
      gateways: [embedded],
      policyFile: null,
      draftMaxAge: 24 * 3600,
    })
    expect(readProxyConfig({ DRAFT_MAX_AGE_HOURS: '0.5' }, embedded).draftMaxAge).toBe(1800)
    expect(readProxyConfig({ POLICY_FILE: ' policy.json ' }, embedded).policyFile).toBe('policy.json')
  })

  it('name a gateway of one’s own, taken for real plant unless told', () => {
    expect(readProxyConfig({ ...enos, ENOS_TREE_IDS: 'a, b' }, embedded).gateways[0]).toEqual({
      id: 'enos',
      address: 'https://apim.example',
      accessKey: 'a',
      secretKey: 's',
      orgId: 'o1',
      treeIds: ['a', 'b'],
      name: 'apim.example',
      kind: 'production',
      route: {},
    })
    expect(readProxyConfig({ ...enos, GATEWAY_KIND: 'test', GATEWAY_NAME: 'Lab' }).gateways[0]).toMatchObject({
      name: 'Lab',
      kind: 'test',
    })
  })

  it.for([
    [{}, 'ENOS_URL'],
    [{ ...enos, ENOS_SECRET_KEY: '' }, 'ENOS_SECRET_KEY'],
    [{ ...enos, ENOS_URL: 'apim.example' }, 'ENOS_URL'],
    [{ ...enos, ENOS_URL: 'ftp://apim.example' }, 'ENOS_URL'],
    [{ ...enos, PROXY_PORT: 'http' }, 'PROXY_PORT'],
    [{ ...enos, PROXY_PORT: '70000' }, 'PROXY_PORT'],
    [{ ...enos, GATEWAY_KIND: 'toy' }, 'GATEWAY_KIND'],
    [{ ...enos, LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ] as const)('%o are refused, naming %s', ([environment, name]) => {
    expect(() => readProxyConfig(environment)).toThrow(name)
  })
})
