import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProxyConfig } from '../../config.ts'
import { certificate } from '../../gateway-certificate.suite.ts'

const enos = { ENOS_URL: 'https://apim.example', ENOS_ACCESS_KEY: 'a', ENOS_SECRET_KEY: 's', ENOS_ORG_ID: 'o1' }
const oidc = { OIDC_ISSUER: 'https://login.example/realms/plant', OIDC_CLIENT_ID: 'setpoint' }
const read = (more: Record<string, string>) => readProxyConfig({ ...enos, ...more })

const folder = mkdtempSync(join(tmpdir(), 'setpoint-oidc-'))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('the settings of sign-in by OpenID Connect', () => {
  it('are off where no provider is named', () => {
    expect(readProxyConfig(enos).oidc).toBeNull()
  })

  it('need but the issuer and the client', () => {
    expect(read(oidc).oidc).toEqual({
      issuer: new URL(oidc.OIDC_ISSUER),
      clientId: 'setpoint',
      clientSecret: undefined,
      name: 'login.example',
      scopes: 'openid profile email',
      nameClaim: undefined,
      route: {},
    })
  })

  it('take the secret from a file, certificates, scopes and names', () => {
    const config = read({
      ...oidc,
      OIDC_CLIENT_SECRET_FILE: file('secret', 's3cret\n'),
      OIDC_NAME: 'Plant accounts',
      OIDC_SCOPES: 'openid groups',
      OIDC_NAME_CLAIM: 'nick',
      OIDC_CA_FILE: file('ca.pem', certificate.cert),
    })
    expect(config.oidc).toMatchObject({
      clientSecret: 's3cret',
      name: 'Plant accounts',
      scopes: 'openid groups',
      nameClaim: 'nick',
      route: { trusted: expect.arrayContaining([certificate.cert]) },
    })
  })

  it('may name a provider on this machine by http', () => {
    expect(read({ ...oidc, OIDC_ISSUER: 'http://127.0.0.1:3000' }).oidc?.issuer.port).toBe('3000')
  })

  it('need the panel’s address where the proxy listens for others', () => {
    const open = { ...oidc, PROXY_HOST: '0.0.0.0' }
    expect(() => read(open)).toThrow('PANEL_URL')
    expect(read({ ...open, PANEL_URL: 'https://setpoint.plant.example' }).oidc).not.toBeNull()
  })

  it.for<[string, Record<string, string>, string]>([
    ['no client', { OIDC_ISSUER: oidc.OIDC_ISSUER }, 'OIDC_CLIENT_ID'],
    ['no issuer', { OIDC_CLIENT_ID: 'setpoint' }, 'OIDC_ISSUER'],
    ['a secret alone', { OIDC_CLIENT_SECRET: 's' }, 'OIDC_ISSUER'],
    ['an issuer that is no address', { ...oidc, OIDC_ISSUER: 'login' }, 'OIDC_ISSUER'],
    ['an issuer by http', { ...oidc, OIDC_ISSUER: 'http://login.example' }, 'https'],
    ['scopes without openid', { ...oidc, OIDC_SCOPES: 'profile' }, 'openid'],
    ['no certificate', { ...oidc, OIDC_CA_FILE: file('empty.pem', 'x') }, 'OIDC_CA_FILE'],
  ])('with %s are refused by name', ([, more, message]) => {
    expect(() => read(more)).toThrow(message)
  })
})
