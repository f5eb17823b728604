import { expect, type Page } from '@playwright/test'
import { devices } from './control-screen.ts'
import { editing, park, type Sight, signedOut, titled } from './sight.ts'

/** A dialog that a button of the control screen opens. */
const behind = (button: string | RegExp, dialog: string | RegExp, path?: string) => async (page: Page) => {
  if (path) await page.goto(path)
  else await editing(devices.turbine, 'WTG.ActPowerLimit')(page)
  await page.getByRole('button', { name: button }).click()
  const opened = page.getByRole('dialog', { name: dialog })
  await expect(opened).toBeVisible()
  return opened
}

/** The pages, and what lies over them. */
export const pageSights: readonly Sight[] = [
  { name: 'sign-in', who: 'nobody', show: signedOut },
  {
    name: 'start',
    show: async (page) => {
      await page.goto('/at/embedded/')
      await expect(page.getByRole('link', { name: /WTG-0/ }).first()).toBeVisible()
      await expect(page.getByRole('region', { name: 'Commands' }).getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'device',
    show: async (page) => {
      await page.goto(`/at/embedded/?asset=${devices.turbine}`)
      await expect(page.getByRole('link', { name: /Pitch angle setpoint/ })).toBeVisible()
    },
  },
  { name: 'ids-by-hand', show: behind('Enter ids by hand', 'Enter ids by hand', '/at/embedded/') },
  { name: 'scan', show: behind(/^Scan/, /Scan/) },
  {
    name: 'change-device',
    mostWidth: 1239,
    show: async (page) => {
      await behind('Change', /./)(page)
      await expect(page.getByRole('dialog').getByRole('link', { name: /WTG-0/ }).first()).toBeVisible()
    },
  },
  {
    name: 'palette',
    show: async (page) => {
      const palette = await behind(/^Find anything/, 'Find anything')(page)
      await palette.getByRole('combobox').fill('pitch')
      await expect(palette.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'shortcuts',
    show: async (page) => {
      await editing(devices.turbine, 'WTG.ActPowerLimit')(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    },
  },
  {
    name: 'account',
    show: async (page) => {
      await editing(devices.turbine, 'WTG.ActPowerLimit')(page)
      await page.getByRole('button', { name: /^Signed in as/ }).click()
      await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()
    },
  },
  {
    name: 'gateways',
    show: async (page) => {
      await editing(devices.turbine, 'WTG.ActPowerLimit')(page)
      await page.getByRole('button', { name: /Choose another$/ }).click()
      await expect(page.getByRole('link', { name: /Production Kestrel Ridge/ })).toBeVisible()
    },
  },
  {
    name: 'history',
    show: async (page) => {
      await page.goto('/at/embedded/operations')
      await expect(page.getByRole('row').nth(3)).toBeVisible()
      const more = page.getByRole('button', { name: 'More filters' })
      if (await more.isVisible()) await more.click()
    },
  },
  {
    name: 'history-filtered',
    show: async (page) => {
      await page.goto('/at/embedded/operations?since=24h&outcome=unknown&point=PMP.SpeedSet&at=4102444800000')
      await expect(page.getByRole('row').nth(1)).toBeVisible()
    },
  },
  {
    name: 'operation',
    show: async (page) => {
      await page.goto('/at/embedded/operations?outcome=unknown')
      await page.getByRole('row').nth(1).getByRole('link').first().click()
      await expect(page).toHaveURL(/\/operations\/./)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('to 62')
    },
  },
  { name: 'errors', show: titled('/at/embedded/errors', 'Error codes') },
  {
    name: 'permission',
    show: titled(`/at/embedded/permission?asset=${park}&point=PPC.VoltSet`, /may set|Who may/),
  },
]
