import { expect } from '@playwright/test'
import { axeOn } from './axe.ts'
import { writeHostileFleet } from './hostile-fleet.ts'
import { Setpoint, test } from './setpoint.ts'

// One server for all of them.
test.describe.configure({ mode: 'default' })

/** More than fit on a screen, and far fewer than there are. */
const mostDrawn = 60

test.describe('a list of 5,000 points', () => {
  const setpoint = new Setpoint({ FLEET_FILE: writeHostileFleet() })
  test.beforeAll(() => setpoint.start())
  test.afterAll(() => setpoint.remove())

  test('draws what is seen, says which row of how many it is, and is walked with the keyboard to its end', async ({
    page,
  }) => {
    await page.goto(`${setpoint.url}/?asset=hostile1`)
    const points = page.getByRole('region', { name: 'Measurement points' })
    const rows = points.getByRole('listitem')
    await expect(rows.first()).toHaveAttribute('aria-setsize', '5000')
    await expect(rows.first()).toHaveAttribute('aria-posinset', '1')
    await expect.poll(() => rows.count()).toBeLessThan(mostDrawn)

    await points.getByRole('searchbox', { name: 'Find a measurement point' }).press('ArrowDown')
    await expect(rows.first().getByRole('link')).toBeFocused()
    await page.keyboard.press('End')
    await expect(points.getByRole('link', { name: /Point 4999/ })).toBeFocused()
    await expect(points.getByRole('link', { name: /Point 4999/ })).toBeInViewport()
    await expect(rows.last()).toHaveAttribute('aria-posinset', '5000')
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowUp')
    const stop = points.getByRole('link', { name: /Point 4979/ })
    await expect(stop).toBeFocused()
    await expect(stop).toBeInViewport()
    // Faster than rows are drawn, as on a machine that has other work to do.
    await page.evaluate(() => {
      for (let press = 0; press < 20; press++)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }),
        )
    })
    await expect(points.getByRole('link', { name: /Point 4959/ })).toBeFocused()
    await expect.poll(() => rows.count()).toBeLessThan(mostDrawn)

    // However far the list is scrolled, the row with the focus is still there, and the only one that Tab leads to.
    await page.keyboard.press('Home')
    await expect(rows.first().getByRole('link')).toBeFocused()
    await points.getByRole('list').evaluate((list) => {
      if (list.parentElement) list.parentElement.scrollTop = 100_000
    })
    await expect(points.getByText('Point 1668', { exact: true })).toBeInViewport()
    await expect(rows.first().getByRole('link')).toBeFocused()
    await expect(points.locator('a[tabindex="0"]')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await expect(points.getByRole('link', { name: /^Point 1 / })).toBeFocused()
    await expect(points.getByRole('link', { name: /^Point 1 / })).toBeInViewport()
    const { violations } = await axeOn(page).include('[aria-label="Measurement points"]').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('loses neither a press nor the focus while it is found out which rows are seen', async ({ page }) => {
    let goOn = () => {}
    const isHeld = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/assets/seen-rows-*.js', async (route) => {
      await isHeld
      await route.continue()
    })
    await page.goto(`${setpoint.url}/?asset=hostile1`)
    const points = page.getByRole('region', { name: 'Measurement points' })
    const row = points.getByRole('link', { name: /^Point 3 / })
    await row.focus()
    await row.hover()
    await page.mouse.down()
    goOn()
    await expect(points.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '5000')
    await expect(row).toBeFocused()
    await page.mouse.up()
    await expect(page).toHaveURL(/point=P0003/)
  })

  test('shows the point that a link chooses, also with large text', async ({ page }) => {
    for (const [width, height, size] of [
      [1440, 900, '100%'],
      [1440, 1200, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.addInitScript((fontSize) => {
        addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = fontSize
        })
      }, size)
      await page.goto(`${setpoint.url}/?asset=hostile1&point=P2500&all=1`)
      const points = page.getByRole('region', { name: 'Measurement points' })
      const rows = points.getByRole('listitem')
      await expect(points.locator('[aria-current="true"]')).toBeInViewport()
      await expect.poll(() => rows.count()).toBeLessThan(mostDrawn)
      // Rows get their places after they were measured.
      await expect(async () => {
        const boxes = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON()))
        for (const [index, { top, height: tall }] of boxes.entries()) {
          expect(tall).toBeGreaterThanOrEqual(44)
          expect(top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? top) - 1)
        }
      }).toPass({ timeout: 45_000 })
    }
    // In one column the card is as high as it likes: the list has an edge of its own.
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${setpoint.url}/?asset=hostile1`)
    const rows = page.getByRole('region', { name: 'Measurement points' }).getByRole('listitem')
    await expect(rows.first()).toHaveAttribute('aria-setsize', '5000')
    await expect.poll(() => rows.count()).toBeLessThan(mostDrawn)
  })
})
