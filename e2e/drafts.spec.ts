import { expect, type Locator, type Page } from '@playwright/test'
import { axeOn } from './axe.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { active, keysListen, openPalette } from './keyboard.ts'
import { test } from './setpoint.ts'

const serious = async (page: Page) =>
  (await axeOn(page).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)

/** What left the panel, in order: to which device, for which point, with which body. */
function sendsOf(page: Page): string[] {
  const sends: string[] = []
  page.on('request', (request) => {
    const { searchParams } = new URL(request.url())
    if (searchParams.get('action') !== 'setMeasurepoint') return
    sends.push([searchParams.get('assetId'), searchParams.get('measurepointId'), request.postData()].join(' '))
  })
  return sends
}

const box = (pane: Locator) => pane.getByRole('textbox', { name: 'New value', exact: true })
const strip = (page: Page) => page.getByRole('navigation', { name: 'Open drafts' })
const card = (page: Page, name: RegExp) => strip(page).getByRole('link', { name })
const review = (page: Page) => page.getByRole('dialog', { name: 'Check and send' })

/** Begins a draft that is not sent. */
async function begin(screen: ControlScreen, asset: string, point: string, value: string): Promise<void> {
  await screen.open({ asset, point })
  await screen.ready()
  await screen.type(value)
}

test('a draft goes where it was begun, whatever is chosen elsewhere: by mouse, by keys and from the palette', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  const sends = sendsOf(page)
  await begin(screen, devices.rig, 'RIG.Double', '5.5')
  await expect(strip(page)).toBeHidden()
  await begin(screen, devices.turbine, 'WTG.ReactPowerSet', '40')
  await expect(strip(page).getByRole('listitem')).toHaveCount(2)
  await expect(card(page, /Test rig.*5\.5.*Draft/)).toBeVisible()
  await page.getByRole('button', { name: /^Show .* of Test rig .* beside$/ }).click()
  const rig = page.getByRole('region', { name: /^Set .* of Test rig/ })
  const turbine = page.getByRole('region', { name: /^Set Reactive power setpoint of WTG-07/ })
  await expect(rig).toContainText('Practice bench')
  await expect(box(rig)).toHaveValue('5.5')
  await expect(box(turbine)).toHaveValue('40')

  // By mouse: the rig's button, while the turbine is the chosen device.
  await rig.getByRole('button', { name: 'Review and send' }).click()
  await expect(review(page).getByText(/^Set .*Test rig/)).toBeVisible()
  await review(page).getByRole('button', { name: 'Send', exact: true }).click()
  await expect(rig.getByRole('heading', { name: 'Done', exact: true })).toBeVisible()
  await expect(box(turbine)).toHaveValue('40')
  expect(sends).toEqual([`${devices.rig} RIG.Double {"value":5.5}`])

  // By keys: they act on the editor that was last touched, and on no other.
  await keysListen(page)
  await rig.getByRole('button', { name: 'Set another value' }).click()
  await box(rig).fill('6.5')
  await box(rig).blur()
  await page.keyboard.press('r')
  await expect(review(page).getByText(/^Set .*Test rig/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(rig.getByRole('heading', { name: 'Done', exact: true })).toBeVisible()

  // From the palette: to the other draft, which stands there, then to its review.
  await openPalette(page)
  await page.keyboard.type('go to draft reactive')
  await expect.poll(() => active(page)).toMatch(/Go to draft: Reactive power setpoint of WTG-07/)
  await page.keyboard.press('Enter')
  await expect(card(page, /^WTG-07/)).toHaveAttribute('aria-current', 'true')
  await openPalette(page)
  await page.keyboard.type('review the value')
  await expect.poll(() => active(page)).toContain('Review the value')
  await page.keyboard.press('Enter')
  await expect(review(page).getByText(/^Set .*WTG-07/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(turbine.getByRole('heading', { name: 'Done', exact: true })).toBeVisible()
  expect(sends.slice(1)).toEqual([
    `${devices.rig} RIG.Double {"value":6.5}`,
    `${devices.turbine} WTG.ReactPowerSet {"value":40}`,
  ])

  // With another device chosen, the pane beside still is the rig's.
  await rig.getByRole('button', { name: 'Set another value' }).click()
  await box(rig).fill('7.5')
  const { box: finder } = await openPalette(page)
  await page.keyboard.type('wtg-09')
  await expect.poll(() => active(page)).toMatch(/^WTG-09/)
  await page.keyboard.press('Enter')
  await expect(finder).toHaveAttribute('placeholder', /^A point of WTG-09/)
  await page.keyboard.press('Escape')
  await expect(finder).toBeHidden()
  await expect(page.getByRole('heading', { name: /^WTG-09/, level: 1 })).toBeVisible()
  await rig.getByRole('button', { name: 'Review and send' }).click()
  await review(page).getByRole('button', { name: 'Send', exact: true }).click()
  await expect(rig.getByRole('heading', { name: 'Done', exact: true })).toBeVisible()
  expect(sends.at(-1)).toBe(`${devices.rig} RIG.Double {"value":7.5}`)
})

test('an outcome lands in its own draft while another is written; what is seen done leaves the strip', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await begin(screen, devices.turbine, 'WTG.ReactPowerSet', '30')
  await begin(screen, devices.slow8, 'PMP.PressureSet', '3.5')
  await box(screen.editor).blur()
  await keysListen(page)
  await screen.send({ wait: 20 })
  await screen.expectOutcome('Sent, waiting')
  await page.locator('body').press('h')
  await expect(box(screen.editor)).toHaveValue('30')
  const slow = card(page, /Pressure setpoint/)
  await expect(slow).toContainText('Sent, waiting')
  await expect(page.getByRole('button', { name: /^Close Pressure setpoint/ })).toBeDisabled()
  await screen.type('31')
  await expect(slow).toContainText('Done')
  await expect(box(screen.editor)).toHaveValue('31')
  await box(screen.editor).blur()
  await page.keyboard.press('l')
  await screen.expectOutcome('Done')
  await expect(screen.editor.getByRole('heading', { name: 'Pressure setpoint' })).toBeVisible()
  await page.keyboard.press('h')
  await expect(box(screen.editor)).toHaveValue('31')
  await expect(strip(page)).toBeHidden()
})

test('drafts outlive a reload, are closed on a word, and are never more than eight', async ({ page }) => {
  const screen = new ControlScreen(page)
  const points = page.getByRole('region', { name: 'Measurement points' })
  for (const [asset, ids] of [
    [devices.rig, ['RIG.Int', 'RIG.Float', 'RIG.Double', 'RIG.Stepped']],
    [devices.turbine, ['WTG.ActPowerLimit', 'WTG.PitchSet', 'WTG.ReactPowerSet']],
    [devices.queue, ['PMP.Rank']],
  ] as const) {
    await screen.open({ asset })
    for (const id of ids) {
      await points.getByText(id, { exact: true }).click()
      await expect(page).toHaveURL(new RegExp(`point=${id}`))
      await screen.ready()
      await screen.type('3')
    }
  }
  const cards = strip(page).getByRole('listitem')
  await expect(cards).toHaveCount(8)
  await screen.open({ asset: devices.offline, point: 'PMP.Rank', value: '4' })
  await expect(screen.editor.getByText('8 drafts are open already')).toBeVisible()
  await expect(box(screen.editor)).toBeDisabled()
  await expect(screen.editor.getByRole('button', { name: 'Review and send' })).toBeHidden()
  await page.setViewportSize({ width: 820, height: 1180 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await serious(page)).toEqual([])
  }
  await page.setViewportSize({ width: 1440, height: 900 })

  const close = page.getByRole('button', { name: /^Close Whole number of Test rig/ })
  await close.click()
  const sure = page.getByRole('dialog', { name: 'Discard this draft?' })
  await expect(sure.getByText(/^3 for Whole number of Test rig .* has not been sent\.$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(sure).toBeHidden()
  await expect(cards).toHaveCount(8)
  await close.click()
  await sure.getByRole('button', { name: 'Discard it' }).click()
  await expect(cards).toHaveCount(7)
  // There is room again for what the link asked for.
  await expect(box(screen.editor)).toHaveValue('4')
  await screen.ready()

  await page.getByRole('button', { name: /^Show Active power limit .* beside$/ }).click()
  await page.reload()
  await expect(cards).toHaveCount(7)
  const beside = page.getByRole('region', { name: /^Set Active power limit of WTG-07/ })
  await expect(box(beside)).toHaveValue('3')
  expect(await serious(page)).toEqual([])
  await beside.getByRole('button', { name: 'Close this pane; the draft stays open' }).click()
  await expect(beside).toBeHidden()
  await card(page, /Active power limit/).click()
  await expect(page).toHaveURL(/point=WTG\.ActPowerLimit/)
  await expect(box(screen.editor)).toHaveValue('3')
  await page.getByRole('button', { name: /^Close Active power limit/ }).click()
  await sure.getByRole('button', { name: 'Discard it' }).click()
  await expect(box(screen.editor)).toHaveValue('')
  await expect(cards).toHaveCount(6)
  // The same list says it of the point that was discarded first.
  await screen.open({ asset: devices.rig, point: 'RIG.Int' })
  await screen.ready()
  await expect(box(screen.editor)).toHaveValue('')
})
