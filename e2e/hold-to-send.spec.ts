import { expect, type Locator, type Page } from '@playwright/test'
import { ControlScreen, devices } from './control-screen.ts'
import { Setpoint, test } from './setpoint.ts'

// One server for all of them.
test.describe.configure({ mode: 'default' })

const park = 'QxLFicLz'
const guarded = new Setpoint({ POLICY_FILE: 'docs/policy.example.json' })
test.beforeAll(() => guarded.start())
test.afterAll(() => guarded.remove())

/** The review of a critical point with all that it asks for, but the last step. */
async function reviewed(page: Page, value: string): Promise<{ screen: ControlScreen; dialog: Locator; hold: Locator }> {
  const screen = new ControlScreen(page)
  await page.clock.install()
  await page.goto(`${guarded.url}/?asset=${park}&point=PPC.VoltSet&value=${value}`)
  await screen.ready()
  const dialog = await screen.review()
  await dialog.getByRole('checkbox', { name: /^This is the right device/ }).check()
  await dialog.getByRole('textbox', { name: 'Why is it set?' }).fill('Grid operator asked for it')
  return { screen, dialog, hold: dialog.getByRole('button', { name: 'Hold to send' }) }
}

/** From now on no time passes in the page: however slow the machine, nothing is held for a second, nor is too late. */
const stopTime = async (page: Page): Promise<void> => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2000)

const sends = async (page: Page): Promise<number> => {
  const { items } = await (
    await page.request.get(`${guarded.url}/api/operations?limit=200&measurepointId=PPC.VoltSet`)
  ).json()
  return items.length
}

test('a critical point is sent by a key that is held, once, and not by Escape, leaving or a short press', async ({
  page,
}) => {
  const { screen, dialog, hold } = await reviewed(page, '131.5')
  await stopTime(page)
  await hold.focus()
  await page.keyboard.down('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.up('Enter')
  await expect(dialog).toBeVisible()

  await hold.hover()
  await page.mouse.down()
  await page.mouse.move(10, 10)
  await page.mouse.up()
  await expect(hold).toBeVisible()
  expect(await sends(page)).toBe(0)

  await page.clock.resume()
  await hold.focus()
  await page.keyboard.down(' ')
  await expect(dialog).toBeHidden()
  await page.keyboard.up(' ')
  await screen.expectOutcome('Done')
  expect(await sends(page)).toBe(1)
})

test('who cannot hold the button presses it, and then another in another place', async ({ page }) => {
  const { screen, dialog, hold } = await reviewed(page, '131.0')
  const before = await sends(page)
  await stopTime(page)
  await hold.click()
  const second = dialog.getByRole('button', { name: 'Send now' })
  await expect(second).toBeVisible()
  const [one, other] = [await hold.boundingBox(), await second.boundingBox()]
  expect((other?.y ?? 0) + (other?.height ?? 0)).toBeLessThanOrEqual(one?.y ?? 0)
  expect(await sends(page)).toBe(before)
  await second.click()
  await page.clock.resume()
  await screen.expectOutcome('Done')
  expect(await sends(page)).toBe(before + 1)
})

test('a tenth of the usual is asked about, plainly, and one press puts it right', async ({ page }) => {
  const screen = new ControlScreen(page)
  await page.goto(`${guarded.url}/?asset=${devices.turbine}&point=WTG.ActPowerLimit`)
  await expect(screen.editor.getByText('3,300.0').first()).toBeVisible()
  await screen.type('330.0')
  await expect(screen.editor.getByText(/About a tenth of the usual/)).toBeVisible()
  await screen.editor.getByRole('button', { name: 'Use 3,300 kW' }).click()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue(/^3300/)
  await screen.type('330.0')
  await screen.editor.getByRole('button', { name: 'Yes, 330.0 kW' }).click()
  await expect(screen.editor.getByText(/About a tenth of the usual/)).toBeHidden()
  await screen.expectBody('{"value":330.0}')
})
