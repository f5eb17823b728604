import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { ControlScreen, devices, rowName } from './control-screen.ts'
import { test } from './setpoint.ts'

/** In the dark only the colours are other ones. */
const serious = async (page: Page, colours: 'light' | 'dark') => {
  const axe = new AxeBuilder({ page })
  const { violations } = await (colours === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

/** One point for each kind of editor; those that a narrow screen lays out anew come first. */
const points = ['RIG.Stepped', 'RIG.Struct', 'RIG.Ints', 'RIG.Bool', 'RIG.EnumInt', 'RIG.Timestamp']

const sizes = {
  desktop: { width: 1440, height: 900 },
  'tablet landscape': { width: 1180, height: 820 },
  'tablet portrait': { width: 820, height: 1180 },
} as const

for (const [name, viewport] of Object.entries(sizes)) {
  for (const colours of ['light', 'dark'] as const) {
    test(`axe finds nothing serious on any page: ${name}, ${colours}`, async ({ page }) => {
      // axe reads every element of a dozen screens.
      test.setTimeout(180_000)
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: colours })
      const screen = new ControlScreen(page)
      await screen.open({})
      await expect(
        page
          .getByText('Practice bench · 21 devices')
          .or(page.getByText('Choose a device'))
          .filter({ visible: true })
          .first(),
      ).toBeVisible()
      expect(await serious(page, colours)).toEqual([])

      for (const point of name === 'desktop' ? points : points.slice(0, 3)) {
        await screen.open({ asset: devices.rig, point })
        await screen.ready()
        expect(await serious(page, colours)).toEqual([])
      }

      await screen.open({ asset: devices.refuses, point: 'PMP.SpeedSet', value: '20' })
      await screen.ready()
      await screen.review()
      expect(await serious(page, colours)).toEqual([])
      await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
      await screen.expectOutcome('Refused')
      expect(await serious(page, colours)).toEqual([])

      await screen.commands
        .getByRole('link', { name: /Refused/ })
        .first()
        .click()
      await expect(page).toHaveURL(/\/operations\//)
      await expect(page.getByRole('heading').first()).toBeVisible()
      expect(await serious(page, colours)).toEqual([])
      for (const path of ['/operations', '/errors', '/nowhere']) {
        await page.goto(path)
        await expect(page.getByRole('heading').first()).toBeVisible()
        expect(await serious(page, colours)).toEqual([])
      }
    })
  }
}

test.describe('with a finger on a tablet', () => {
  test.use({ viewport: sizes['tablet portrait'], hasTouch: true, isMobile: true })

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
  await screen.commands
    .getByRole('link', { name: rowName('Double precision number', 'Done') })
    .first()
    .click()
  await expect(page.getByText('{"value":12.340}').first()).toBeVisible()
  await expect(page.getByText(/"submsg":null/).first()).toBeVisible()
  const text = (await page.getByRole('main').textContent()) ?? ''
  expect(text).toContain('apim-signature')
  expect(text).not.toContain('demo-panel-secret')
})
