import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { freePorts } from '../scripts/free-ports.ts'
import {
  ann,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../src/proxy/people/oidc/identity-provider.suite.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { test as plain, Setpoint, startTimeout } from './setpoint.ts'

// One server for all of them.
plain.describe.configure({ mode: 'default' })

/** The shift are engineers; the limit of a turbine's power is critical. */
const policy = {
  grants: [{ claim: 'groups', value: 'shift', role: 'engineer' }],
  pointClasses: [{ rule: 'Turbine limit', class: 'critical', points: ['WTG.ActPowerLimit'] }],
}

/** A panel whose people sign in at a real identity provider; its sign-in page lets its one person in at once. */
const test = plain.extend<object, { provider: TestIdentityProvider }>({
  provider: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern even where a fixture needs no other
    async ({}, use) => {
      const provider = await startIdentityProvider()
      await use(provider)
      await provider.stop()
    },
    { scope: 'worker' },
  ],
  setpoint: [
    async ({ provider }, use) => {
      const port = String((await freePorts(1))[0])
      const setpoint = new Setpoint({
        PROXY_PORT: port,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: 'setpoint',
        OIDC_NAME: 'Plant ID',
      })
      provider.register({ redirectUri: `http://127.0.0.1:${port}/api/sign-in/oidc/callback` })
      const file = join(setpoint.folder, 'policy.json')
      writeFileSync(file, JSON.stringify(policy))
      setpoint.set('POLICY_FILE', file)
      await setpoint.start()
      await use(setpoint)
      await setpoint.remove()
    },
    { scope: 'worker', timeout: startTimeout },
  ],
})

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds

test.beforeEach(({ provider }) => {
  provider.person = ann
})

test('signing in elsewhere leads back to the address that was asked for, with all that a link fills in', async ({
  page,
}) => {
  const address = `/?asset=${devices.turbine}&point=WTG.Mode&value=2`
  await page.goto(address)
  await page.getByRole('button', { name: 'Sign in with Plant ID' }).click()
  await expect(page.getByRole('button', { name: 'Signed in as Ann Other' })).toBeVisible()
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('region', { name: 'Set measurement point' })).toContainText('Operating mode')
})

test('who is known there but has no role here is told so, once', async ({ page, provider }) => {
  provider.person = { sub: 'visitor', claims: { name: 'A Visitor', groups: ['visitors'] } }
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in with Plant ID' }).click()
  await expect(page.getByRole('alert')).toContainText('nothing says what you may do in this panel')
  await expect(page).toHaveURL('/')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in with Plant ID' })).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
})

test('a critical point asks for a sign-in of the last minutes; the draft is there after the way there and back', async ({
  page,
  provider,
}) => {
  provider.person = { ...ann, signedInAt: secondsAgo(3600) }
  await page.goto(`/?asset=${devices.turbine}&point=WTG.ActPowerLimit`)
  await page.getByRole('button', { name: 'Sign in with Plant ID' }).click()
  const screen = new ControlScreen(page)
  await screen.ready()
  await screen.type('2345.5')
  const dialog = await screen.review()
  await dialog.getByRole('checkbox', { name: /^This is the right/ }).check()
  await dialog.getByRole('textbox', { name: 'Why is it set?' }).fill('Grid operator asked')
  await dialog.getByRole('button', { name: 'Hold to send' }).click({ delay: 1500 })

  provider.person = ann
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await again.getByRole('button', { name: 'Sign in with Plant ID' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await screen.ready()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('2345.5')

  const second = await screen.review()
  await second.getByRole('checkbox', { name: /^This is the right/ }).check()
  await expect(second.getByRole('textbox', { name: 'Why is it set?' })).toHaveValue('Grid operator asked')
  await screen.hold(second)
  await screen.expectOutcome('Done')
})
