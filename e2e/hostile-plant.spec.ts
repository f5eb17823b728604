import { expect, type Page } from '@playwright/test'
import { ControlScreen } from './control-screen.ts'
import { markup, writeHostileFleet } from './hostile-fleet.ts'
import { Setpoint, test } from './setpoint.ts'

/** Nothing of the plant's texts may have run or asked for anything. */
async function expectUnharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined()
  await expect(page.locator('img[src="x"]')).toHaveCount(0)
}

test.describe('a thing model whose maker means ill', () => {
  const setpoint = new Setpoint({ FLEET_FILE: writeHostileFleet() })
  test.beforeAll(() => setpoint.start())
  test.afterAll(() => setpoint.remove())

  test('shows its markup as text, keeps 5,000 points usable, and sends to the very point that was chosen', async ({
    page,
  }) => {
    const violations: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text())
    })
    const screen = new ControlScreen(page)
    await page.goto(`${setpoint.url}/?asset=hostile1`)
    await expect(page.getByText(`${markup} Device`).first()).toBeVisible({ timeout: 20_000 })
    await page.getByRole('searchbox', { name: 'Find a measurement point' }).fill('P4999')
    await screen.choosePoint('Point 4999')
    await screen.type('3.50')
    await screen.expectBody('{"value":3.50}')
    const sentence = await screen.send({ wait: 5 })
    expect(sentence).toContain(`${markup} Device`)
    await screen.expectOutcome('Refused')
    await expect(screen.editor.getByText(markup).first()).toBeVisible()
    await expectUnharmed(page)

    await page.goto(`${setpoint.url}/?asset=hostile1&point=P0000`)
    await expect(screen.editor.getByRole('heading', { name: `${markup} 0` })).toBeVisible({ timeout: 30_000 })
    const box = await screen.editor.getByRole('textbox', { name: 'New value', exact: true }).boundingBox()
    expect(box?.width).toBeGreaterThan(60)
    await page.goto(`${setpoint.url}/operations`)
    await page
      .getByRole('link', { name: /Point 4999/ })
      .first()
      .click()
    await expect(page.getByText(markup).first()).toBeVisible()
    await expectUnharmed(page)
    expect(violations).toEqual([])
  })

  test('is told of where it is too long to be read, and keeps nobody else waiting', async ({ page }) => {
    await page.goto(`${setpoint.url}/?asset=endless1`)
    const points = page.getByRole('region', { name: 'Measurement points' })
    await expect(points.getByText('The points of this device cannot be read')).toBeVisible({ timeout: 20_000 })
    await page.getByText(`${markup} Device`).first().click()
    await expect(points.getByText('Point 1', { exact: true })).toBeVisible({ timeout: 20_000 })
  })
})
