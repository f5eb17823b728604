import { expect, type Page } from '@playwright/test'
import { axeOn } from './axe.ts'
import { ControlScreen, rowName } from './control-screen.ts'
import { test } from './setpoint.ts'

/** The outlet valve of the demo fleet, which no other journey sets. */
const valve = 'jOqztt7M'
const position = 'VLV.PosSet'

const expectClean = async (page: Page) => {
  const { violations } = await axeOn(page).analyze()
  expect(violations).toEqual([])
}

test('what a point reported is seen in the editor before a send, and around it afterwards with its marks', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: valve, point: position })
  await screen.ready()
  const hour = screen.editor.getByRole('region', { name: 'Reported values, Last hour' })
  const plot = hour.getByRole('img', { name: /lowest .* highest .* latest .* report/ })
  await expect(plot).toBeVisible()
  await screen.type('41.5')
  await expect(hour.getByRole('list', { name: 'Marks in the plot' })).toContainText(/New value\s*41\.5/)
  await expectClean(page)
  await screen.send()
  await screen.expectOutcome('Done')

  await screen.commands
    .getByRole('link', { name: rowName('Position setpoint', 'Done') })
    .first()
    .click()
  const around = page.getByRole('region', { name: 'Reported values' })
  await expect(around.getByRole('img', { name: /latest 41\.5.* at / })).toBeVisible()
  const marks = around.getByRole('list', { name: 'Marks in the plot' }).getByRole('listitem')
  await expect(marks.filter({ hasText: 'Value sent' })).toContainText('41.5')
  await expect(marks.filter({ hasText: 'Requested' })).toContainText(/\d\d:\d\d:\d\d\.\d{3}/)
  await expect(marks.filter({ hasText: 'Confirmed' })).toBeVisible()
  await expect(marks.filter({ hasText: 'Read back' })).toContainText('41.5')

  await around.getByRole('button', { name: '± 2 min' }).focus()
  await page.keyboard.press('Enter')
  await expect(around.getByRole('button', { name: '± 2 min' })).toHaveAttribute('aria-pressed', 'true')
  const toggle = around.getByRole('button', { name: 'Show as a table' })
  await toggle.focus()
  await page.keyboard.press('Enter')
  await expect(
    around
      .getByRole('table')
      .getByRole('cell', { name: /^41\.5/ })
      .first(),
  ).toBeVisible()
  await expectClean(page)
})

test('a gateway that gives no values over time stands in the way of nothing', async ({ page }) => {
  // What a gateway answers to an application that may not read assets.
  await page.route('**/tsdb-service/**', (route) =>
    route.fulfill({ json: { code: 99_403, msg: 'Denied resource: Asset Read', data: null } }),
  )
  const screen = new ControlScreen(page)
  await screen.open({ asset: valve, point: position })
  await screen.ready()
  const hour = screen.editor.getByRole('region', { name: 'Reported values, Last hour' })
  await expect(hour).toContainText('shown is what this panel has seen itself')
  await expect(hour.getByRole('img')).toBeVisible()
  await expectClean(page)
  await screen.type('43')
  await screen.send()
  await screen.expectOutcome('Done')
})

test('states stand on steps, and what has no height is a list', async ({ page }) => {
  const screen = new ControlScreen(page)
  const hour = screen.editor.getByRole('region', { name: 'Reported values, Last hour' })
  await screen.open({ asset: valve, point: 'VLV.Lock' })
  await expect(hour.getByRole('img', { name: /: latest .* report/ })).toBeVisible()
  await screen.open({ asset: 'WoUsdeOR', point: 'PMP.Pid' })
  await expect(hour.getByRole('table').getByRole('row').nth(1)).toBeVisible()
})
