import { expect } from '@playwright/test'
import { ControlScreen, devices, rowName } from './control-screen.ts'
import { test } from './setpoint.ts'

test.describe('with a finger on a tablet', () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })

  test('the job is done in one column, the send button in reach, and every target is large enough', async ({
    page,
  }) => {
    const screen = new ControlScreen(page)
    await screen.open({ asset: devices.turbine })
    await page.getByRole('button', { name: 'Change' }).tap()
    const sheet = page.getByRole('dialog')
    await expect(sheet).toBeVisible()
    await sheet.getByRole('searchbox', { name: 'Find an asset or device' }).fill('WTG-10')
    await sheet.getByText('WTG-10 Kestrel Ridge').first().tap()
    await expect(page.getByRole('heading', { name: 'WTG-10 Kestrel Ridge' })).toBeVisible()
    await page.getByText('Yaw enabled').first().tap()
    await screen.editor.getByText('Off', { exact: true }).tap()
    const button = screen.editor.getByRole('button', { name: 'Review and send' })
    await expect(button).toBeInViewport()
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(56)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, a[href], input:not([type=radio]):not([type=checkbox])')]
        .filter((element) => element.checkVisibility() && !element.closest('p, .visually-hidden'))
        .map((element) => ({ rect: element.getBoundingClientRect(), text: element.textContent || element.ariaLabel }))
        .filter(({ rect }) => rect.width > 1 && rect.height > 1 && (rect.height < 40 || rect.width < 40))
        .map(({ rect, text }) => `${text}: ${Math.round(rect.width)}×${Math.round(rect.height)}`),
    )
    expect(small).toEqual([])
    await button.tap()
    await page.getByRole('dialog', { name: 'Check and send' }).getByRole('button', { name: 'Send', exact: true }).tap()
    await screen.expectOutcome('Done')
  })
})

test('the page of error codes explains every code, and a code leads to its place', async ({ page }) => {
  await page.goto('/errors')
  for (const code of [11900, 11888, 11904, 11915, 11902, 11810, 11404, 99400, 99403, 99404, 1203, 429]) {
    await expect(page.getByText(String(code), { exact: true }).first()).toBeAttached()
  }
  await page.getByRole('searchbox').fill('11915')
  await expect(page.getByText('No answer in time').first()).toBeVisible()
})

test("a command's page shows its steps, its body, the raw answer and the request as curl without secrets", async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Double', value: '12.340' })
  await screen.send()
  await screen.expectOutcome('Done')
  // Others set this point too: the row of this send may be a moment behind its outcome.
  await screen.commands
    .getByRole('listitem')
    .filter({ hasText: '12.340' })
    .getByRole('link', { name: rowName('Double precision number', 'Done') })
    .first()
    .click()
  await expect(page.getByText('{"value":12.340}').first()).toBeVisible()
  await expect(page.getByText(/"submsg":null/).first()).toBeVisible()
  const text = (await page.getByRole('main').textContent()) ?? ''
  expect(text).toContain('apim-signature')
  expect(text).not.toContain('demo-panel-secret')
})
