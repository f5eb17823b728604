import { expect } from '@playwright/test'
import { devices } from './control-screen.ts'
import { editing, type Sight, signedOut, titled } from './sight.ts'

const html = { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }
const lookUps = /-service\//
const lists = '**/api/operations?**'

/** What a server says to whom it does not know. */
const notSignedIn = { status: 401, json: { code: 60030, msg: '', requestId: '', data: null } }

/** Nothing there, not yet there, or not to be had. */
export const troubleSights: readonly Sight[] = [
  {
    name: 'sign-in-refused',
    who: 'nobody',
    show: async (page) => {
      await signedOut(page)
      await page.getByRole('textbox', { name: 'Name' }).fill('nobody at all')
      await page.getByRole('textbox', { name: 'Password', exact: true }).fill('wrong')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'session-ended',
    show: async (page) => {
      await editing(devices.turbine, 'WTG.ActPowerLimit')(page)
      await page.route('**/api/**', (route) => route.fulfill(notSignedIn))
      await page.route(lookUps, (route) => route.fulfill(notSignedIn))
      await page.route('**/api/sign-in', (route) => route.continue())
      await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
    },
  },
  {
    name: 'server-away',
    // Of whom nothing is kept that could be read meanwhile.
    who: 'nobody',
    show: async (page) => {
      await page.route('**/api/session', (route) => route.fulfill(html))
      await page.goto('/')
      await expect(page.getByText('Setpoint cannot reach its server')).toBeVisible()
    },
  },
  { name: 'unknown-gateway', show: titled('/at/nowhere/', /./) },
  {
    name: 'history-none',
    show: titled('/at/embedded/operations?text=no+such+thing', 'History'),
  },
  { name: 'nowhere', show: titled('/at/embedded/nowhere', 'There is no such page') },
  {
    name: 'crash',
    show: async (page) => {
      await page.addInitScript(() => {
        Number.prototype.toLocaleString = () => {
          throw new Error('A number that cannot be written')
        }
      })
      await titled('/at/embedded/operations', 'This page has stopped')(page)
    },
  },
  {
    name: 'look-ups-fail',
    show: async (page) => {
      await page.route(lookUps, (route) => route.fulfill(html))
      await page.route(lists, (route) => route.fulfill(html))
      await page.goto(`/at/embedded/?asset=${devices.turbine}`)
      await expect(page.getByRole('button', { name: 'Try now' }).first()).toBeVisible()
    },
  },
  {
    name: 'loading',
    show: async (page) => {
      await page.route(lookUps, () => {})
      await page.route(lists, () => {})
      await page.goto(`/at/embedded/?asset=${devices.turbine}&point=WTG.PitchSet`)
      await expect(page.getByText('Loading').first()).toBeAttached()
    },
  },
  {
    name: 'part-missing',
    show: async (page) => {
      await page.route(/error-codes-page.*\.js/, (route) => route.abort())
      await page.goto('/at/embedded/errors')
      await expect(page.getByText('This part of the panel did not arrive')).toBeVisible()
    },
  },
]
