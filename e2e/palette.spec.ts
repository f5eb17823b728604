import { expect, type Page } from '@playwright/test'
import { axeOn } from './axe.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { active, keysListen, openPalette } from './keyboard.ts'
import { test } from './setpoint.ts'

const serious = async (page: Page) =>
  (await axeOn(page).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)

test('from anywhere to a reviewed value by keys alone: device, point, value, review; and only the review sends', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  const sends: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('setMeasurepoint')) sends.push(request.url())
  })
  await page.goto('/operations')
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  const { palette, box, rows } = await openPalette(page)
  await page.keyboard.type('wtg-09')
  await expect(rows.first()).toContainText('WTG-09')
  await expect(rows.first().locator('mark').first()).toHaveText('WTG-09')
  await expect.poll(() => active(page)).toContain('WTG-09')
  await page.keyboard.press('Enter')
  await expect(box).toHaveAttribute('placeholder', /^A point of WTG-09/)
  await page.keyboard.type('apl')
  await expect.poll(() => active(page)).toContain('Active power limit')
  await expect(palette.getByRole('status')).toHaveText(/found$/)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await screen.ready()
  await expect(screen.editor.getByRole('heading', { name: 'Active power limit' })).toBeVisible()

  await keysListen(page)
  await page.keyboard.press('e')
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toBeFocused()
  await page.keyboard.type('2900.0')
  await openPalette(page)
  await page.keyboard.type('review')
  await expect.poll(() => active(page)).toContain('Review the value')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Check and send' })
  await expect(dialog).toBeVisible()
  // Over a review no palette opens, and no key of the page does anything.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('d')
  await expect(palette).toBeHidden()
  expect(sends).toEqual([])
  await page.keyboard.press('Control+Enter')
  await screen.expectOutcome('Done')
  expect(sends).toHaveLength(1)
})

test('a number leads to its explanation, an id to its device, and what matches nothing says so', async ({ page }) => {
  await page.goto('/')
  const { palette, box, rows } = await openPalette(page)
  expect(await serious(page)).toEqual([])
  await box.fill('11900')
  await expect(rows.first()).toContainText('11900')
  expect(await serious(page)).toEqual([])
  await expect.poll(() => active(page)).toContain('11900')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/errors#deviceOffline$/)
  await expect(page.locator('#deviceOffline')).toBeInViewport()
  // From that page itself to another.
  await openPalette(page)
  await page.keyboard.type('11915')
  await expect.poll(() => active(page)).toContain('11915')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/errors#noAnswerInTime$/)
  await expect(page.locator('#noAnswerInTime')).toBeInViewport()

  await openPalette(page)
  await page.keyboard.type(devices.rig)
  await expect(rows.first()).toContainText(devices.rig)
  await expect.poll(() => active(page)).toContain(devices.rig)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`asset=${devices.rig}`))
  await expect(box).toHaveAttribute('placeholder', /^A point of Test rig/)
  await expect(box).toHaveValue('')
  await page.keyboard.type('no such point at all')
  await expect(palette.getByText('Nothing matches “no such point at all”')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
})

test('the keys that open it are listened to as soon as their button is there', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('[aria-keyshortcuts="Control+K Meta+K"]')) return
      observer.disconnect()
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/')
  await expect(page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox')).toBeFocused()
})

test('a command is found by its id', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Int', value: '3' })
  await screen.ready()
  await screen.send()
  await screen.expectOutcome('Done')
  const { items } = await (await page.request.get('/api/operations?measurepointId=RIG.Int')).json()
  const { id, commandId } = items[0]
  const { rows } = await openPalette(page)
  await page.keyboard.type(commandId)
  await expect(rows.first()).toContainText(`Done · ${commandId}`)
  await expect.poll(() => active(page)).toContain(commandId)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/operations/${id}$`))
})

test('keys pressed alone do what their buttons do, never while one types, and not at all when switched off', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.turbine, point: 'WTG.ActPowerLimit' })
  await screen.ready()
  const heading = screen.editor.getByRole('heading', { level: 3 })
  const first = await heading.textContent()
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await keysListen(page)
  await page.keyboard.press('j')
  await expect(heading).not.toHaveText(first ?? '')
  await page.keyboard.press('k')
  await expect(heading).toHaveText(first ?? '')
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Find an asset or device' })
  await expect(search).toBeFocused()
  await page.keyboard.type('drj?')
  await expect(search).toHaveValue('drj?')
  await expect(heading).toHaveText(first ?? '')
  await expect(page.getByRole('dialog')).toBeHidden()
  await search.fill('')
  await search.blur()
  await page.keyboard.press('p')
  await expect(page.getByRole('searchbox', { name: 'Find a measurement point' })).toBeFocused()
  await page.getByRole('searchbox', { name: 'Find a measurement point' }).blur()

  await page.keyboard.press('?')
  await expect(list.getByText('Next point')).toBeVisible()
  expect(await serious(page)).toEqual([])
  await list.getByRole('checkbox', { name: 'Shortcuts of a single key' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.keyboard.press('p')
  await expect(list).toBeHidden()
  await expect(page.getByRole('searchbox', { name: 'Find a measurement point' })).not.toBeFocused()
  // The palette leads back to the switch.
  await openPalette(page)
  await page.keyboard.type('shortcuts')
  await expect.poll(() => active(page)).toContain('shortcuts')
  await page.keyboard.press('Enter')
  await list.getByRole('checkbox', { name: 'Shortcuts of a single key' }).check()
})

test('by a finger: the palette opens from the header, and every row is large enough', async ({ browser, setpoint }) => {
  for (const viewport of [
    { width: 820, height: 1180 },
    { width: 1180, height: 820 },
  ]) {
    const context = await browser.newContext({ viewport, hasTouch: true, baseURL: setpoint.url })
    const page = await context.newPage()
    await page.goto(`/?${new URLSearchParams({ asset: devices.rig, point: 'RIG.Int' })}`)
    await page.getByRole('button', { name: /^Find anything/ }).tap()
    const palette = page.getByRole('dialog', { name: 'Find anything' })
    await palette.getByRole('combobox').fill('when online')
    const row = palette.getByRole('option', { name: 'Way of sending: when online' })
    expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await serious(page)).toEqual([])
    }
    await row.tap()
    await expect(palette).toBeHidden()
    await expect(page.getByRole('radio', { name: 'When online' })).toBeChecked()
    await context.close()
  }
})
