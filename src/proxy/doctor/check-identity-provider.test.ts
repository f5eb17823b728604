import { afterAll, beforeAll, expect, it } from 'vitest'
import { startIdentityProvider, type TestIdentityProvider } from '../people/oidc/identity-provider.suite.ts'
import { runDoctor } from './run-doctor.ts'

let provider: TestIdentityProvider

beforeAll(async () => {
  provider = await startIdentityProvider()
  provider.register({ redirectUri: 'https://setpoint.plant.example/api/sign-in/oidc/callback' })
})
afterAll(() => provider.stop())

async function examine(settings: Record<string, string>) {
  const lines: string[] = []
  const code = await runDoctor({ OIDC_CLIENT_ID: 'setpoint', ...settings }, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}

it('the doctor tells which redirect address the provider has to know', async () => {
  const { code, text } = await examine({ OIDC_ISSUER: provider.issuer, PANEL_URL: 'https://setpoint.plant.example' })
  expect(text).toContain('✔ Sign-in')
  expect(text).toContain('https://setpoint.plant.example/api/sign-in/oidc/callback')
  expect(code).toBe(0)
})

it('the doctor finds a provider that names itself otherwise, and one that is not there', async () => {
  const other = await examine({ OIDC_ISSUER: `http://localhost:${provider.port}` })
  expect([other.code, other.text]).toEqual([1, expect.stringContaining('exactly as the provider names itself')])
  const none = await examine({ OIDC_ISSUER: 'http://127.0.0.1:9' })
  expect([none.code, none.text]).toEqual([1, expect.stringContaining('ECONNREFUSED')])
})
