import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProxyConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'setpoint-secrets-'))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const enos = { ENOS_URL: 'https://apim.example', ENOS_ACCESS_KEY: 'a', ENOS_ORG_ID: 'o1' }

describe('a secret in a file', () => {
  it('is read without the line end that editors add', () => {
    const { gateways } = readProxyConfig({
      ENOS_URL: 'https://apim.example',
      ENOS_ACCESS_KEY_FILE: file('access', 'key of app\r\n'),
      ENOS_SECRET_KEY_FILE: file('secret', 's3cret\n'),
      ENOS_ORG_ID_FILE: file('organisation', 'o1'),
    })
    expect(gateways[0]).toMatchObject({ accessKey: 'key of app', secretKey: 's3cret', orgId: 'o1' })
  })

  it.for([
    ['is not there', () => join(folder, 'none'), 'ENOS_SECRET_KEY_FILE'],
    ['is a folder', () => folder, 'ENOS_SECRET_KEY_FILE'],
    ['is empty', () => file('empty', '\n'), 'is empty'],
    ['holds more than one line', () => file('pair', 'private-1\nprivate-2\n'), 'one line'],
  ] as const)('that %s is refused by name, without its text', ([, path, message]) => {
    const read = () => readProxyConfig({ ...enos, ENOS_SECRET_KEY_FILE: path() })
    expect(read).toThrow(message)
    expect(read).not.toThrow('private-1')
  })

  it('is refused where the secret is also given itself: which one counts would be a guess', () => {
    const both = { ...enos, ENOS_SECRET_KEY: 's', ENOS_SECRET_KEY_FILE: file('both', 's') }
    expect(() => readProxyConfig(both)).toThrow('not both')
  })
})
