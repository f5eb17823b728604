import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { certificate } from './gateway-certificate.suite.ts'
import { readRoute } from './read-route.ts'

const variables = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS']
beforeEach(() => {
  for (const name of variables) {
    vi.stubEnv(name, undefined)
    vi.stubEnv(name.toLowerCase(), undefined)
  }
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const proxy = 'http://proxy.example:3128'
const folder = mkdtempSync(join(tmpdir(), 'setpoint-route-'))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('the way to the gateway', () => {
  it.for([
    ['HTTPS_PROXY', 'https://apim.example', proxy],
    ['https_proxy', 'https://apim.example', proxy],
    ['ALL_PROXY', 'https://apim.example', proxy],
    ['HTTP_PROXY', 'https://apim.example', undefined],
    ['HTTP_PROXY', 'http://apim.example', proxy],
    ['HTTPS_PROXY', 'https://127.0.0.1:8443', undefined],
    ['HTTPS_PROXY', 'https://[::1]:8443', undefined],
    ['HTTP_PROXY', 'http://localhost:8790', undefined],
  ] as const)('by %s to %s goes through %s', ([variable, address, expected]) => {
    vi.stubEnv(variable, proxy)
    expect(readRoute(address).outgoingProxy).toBe(expected)
  })

  it.for(['apim.example', '.example', 'apim.example:443', '*'])('is straight where NO_PROXY is %s', (noProxy) => {
    vi.stubEnv('HTTPS_PROXY', proxy)
    vi.stubEnv('NO_PROXY', noProxy)
    expect(readRoute('https://apim.example').outgoingProxy).toBeUndefined()
  })

  it('is refused through what is no HTTP proxy', () => {
    vi.stubEnv('HTTPS_PROXY', 'socks5://proxy.example')
    expect(() => readRoute('https://apim.example')).toThrow('HTTPS_PROXY')
  })
})

describe('whom to trust', () => {
  it('is left to Node where no file is named', () => {
    expect(readRoute('https://apim.example').trusted).toBeUndefined()
  })

  it('is everybody that Node trusts, and whom the files name', () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', file('extra.pem', certificate.cert))
    const { trusted } = readRoute('https://apim.example', file('ca.pem', `two\n${certificate.cert}${certificate.cert}`))
    expect(trusted).toHaveLength(rootCertificates.length + 3)
  })

  it.for([
    [() => join(folder, 'none'), 'cannot be read'],
    [() => file('key.pem', certificate.key), 'holds no certificate'],
    [() => file('cut.pem', certificate.cert.replace(/\n[^-\n]+\n/, '\n')), 'cannot be read'],
  ] as const)('is refused by the name of a wrong file', ([path, message]) => {
    expect(() => readRoute('https://apim.example', path())).toThrow(message)
    expect(() => readRoute('https://apim.example', path())).toThrow('ENOS_CA_FILE')
  })
})
