import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProxyConfig } from './config.ts'
import { certificate } from './gateway-certificate.suite.ts'
import { newDirectory } from './running-proxy.suite.ts'

const enos = { ENOS_URL: 'https://apim.example', ENOS_ACCESS_KEY: 'a', ENOS_SECRET_KEY: 's', ENOS_ORG_ID: 'o1' }
const read = (environment: Record<string, string>) => readProxyConfig({ ...enos, ...environment })

const folder = newDirectory()
const fileOf = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const cert = fileOf('cert.pem', certificate.cert)
const key = fileOf('key.pem', certificate.key)
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const otherKey = fileOf('other.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
const noPem = fileOf('no.pem', 'secret-text')

describe('the settings of sign-in', () => {
  it('have safe defaults', () => {
    expect(read({})).toMatchObject({
      panelUrl: null,
      trustedProxies: [],
      tls: null,
      sessions: { idle: 3600, absolute: 43_200 },
      requestsPerMinute: 1200,
      passwordCost: { memory: 65_536, passes: 3 },
    })
  })

  it('are read as people write them', () => {
    const config = read({
      PANEL_URL: 'https://setpoint.plant.example/',
      TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16 ,::1,fd00::/8',
      TLS_CERT_FILE: cert,
      TLS_KEY_FILE: key,
      SESSION_IDLE_MINUTES: '15',
      SESSION_HOURS: '8',
    })
    expect(config.panelUrl?.origin).toBe('https://setpoint.plant.example')
    expect(config.trustedProxies).toEqual(['10.0.0.5', '10.1.0.0/16', '::1', 'fd00::/8'])
    expect(config.tls).toEqual({ cert: certificate.cert, key: certificate.key })
    expect(config.sessions).toEqual({ idle: 900, absolute: 28_800 })
  })

  it.for<[Record<string, string>, string]>([
    [{ PANEL_URL: 'setpoint.plant.example' }, 'PANEL_URL'],
    [{ PANEL_URL: 'https://plant.example/setpoint' }, 'PANEL_URL'],
    [{ PANEL_URL: 'https://user:pass@plant.example' }, 'PANEL_URL'],
    [{ TRUSTED_PROXIES: 'nginx' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8/8' }, 'TRUSTED_PROXIES'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES'],
    [{ SESSION_HOURS: 'long' }, 'SESSION_HOURS'],
    [{ ARGON2_MEMORY: '8' }, 'ARGON2_MEMORY'],
    [{ REQUESTS_PER_MINUTE: '0' }, 'REQUESTS_PER_MINUTE'],
    [{ TLS_CERT_FILE: cert }, 'TLS_KEY_FILE'],
    [{ TLS_CERT_FILE: cert, TLS_KEY_FILE: join(folder, 'none.pem') }, 'TLS_KEY_FILE'],
    [{ TLS_CERT_FILE: noPem, TLS_KEY_FILE: key }, 'TLS_CERT_FILE: '],
    [{ TLS_CERT_FILE: cert, TLS_KEY_FILE: otherKey }, 'a certificate and its key'],
  ])('%o are refused, naming %s', ([environment, name]) => {
    expect(() => read(environment)).toThrow(name)
    expect(() => read(environment)).not.toThrow('secret-text')
  })
})
