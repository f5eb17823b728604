import { expect, type Locator, type Page } from '@playwright/test'
import { boxAtRest } from './at-rest.ts'
import { axeOn } from './axe.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { test } from './setpoint.ts'

const upright = { width: 820, height: 1180 }
const lying = { width: 1180, height: 820 }

const box = (screen: ControlScreen): Locator => screen.editor.getByRole('textbox', { name: 'New value', exact: true })
const pad = (screen: ControlScreen): Locator => screen.editor.getByRole('group', { name: /^Number pad/ })

/** Presses keys of the pad by what stands on them; `±` and `<` by their names. */
async function press(screen: ControlScreen, keys: string): Promise<void> {
  const names: Record<string, string> = {
    '.': 'Decimal point',
    E: 'Exponent',
    '±': 'Change the sign',
    '<': 'Delete a digit',
    C: 'Clear the box',
  }
  for (const key of keys)
    await pad(screen)
      .getByRole('button', { name: names[key] ?? key, exact: true })
      .tap()
}

/** Whether nothing else is drawn over the middle of it, and all of it is on the screen. */
async function expectInSight(page: Page, target: Locator): Promise<void> {
  const { x, y, width, height } = (await boxAtRest(target)) ?? { x: 0, y: -1, width: 0, height: 0 }
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThanOrEqual(size.height)
  const isOnTop = await target.evaluate(
    (element, [left, top]) => element.contains(document.elementFromPoint(left, top)),
    [x + width / 2, y + height / 2] as const,
  )
  expect(isOnTop).toBe(true)
}

for (const [position, viewport] of [
  ['upright', upright],
  ['lying', lying],
] as const) {
  test.describe(`on a tablet, ${position}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true })

    test('a tap on the box of a number brings large keys that write digit for digit and cover nothing', async ({
      page,
    }) => {
      const screen = new ControlScreen(page)
      await screen.open({ asset: devices.turbine, point: 'WTG.ActPowerLimit' })
      await screen.ready()
      await box(screen).tap()
      await expect(pad(screen)).toBeVisible()
      await expect(box(screen)).toHaveAttribute('inputmode', 'none')
      await expect(screen.editor.getByText('0 … 3,500 kW')).toBeVisible()
      for (const key of await pad(screen).getByRole('button').all()) {
        const { width = 0, height = 0 } = (await key.boundingBox()) ?? {}
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(56)
        await expectInSight(page, key)
      }
      await press(screen, '2750.50')
      await expect(box(screen)).toHaveValue('2750.50')
      await expect(box(screen)).toBeFocused()
      await screen.expectBody('{"value":2750.50}')
      await expectInSight(page, box(screen))
      await expectInSight(page, screen.editor.getByRole('button', { name: 'Review and send' }))

      const seven = pad(screen).getByRole('button', { name: '7', exact: true })
      const place = await boxAtRest(seven)
      await press(screen, '0E2')
      await expect(box(screen)).toHaveValue('2750.500e2')
      await expect(screen.editor.getByText('Must be from 0 to 3500.')).toBeVisible()
      // A key that moved would be another one under the finger.
      expect(await seven.boundingBox()).toEqual(place)

      const erase = pad(screen).getByRole('button', { name: 'Delete a digit' })
      await erase.hover()
      await page.mouse.down()
      await expect(box(screen)).toHaveValue('')
      await page.mouse.up()
      await press(screen, '.5')
      await page.keyboard.type('25')
      await expect(box(screen)).toHaveValue('0.525')
      await pad(screen).getByRole('button', { name: 'Done' }).tap()
      await expect(pad(screen)).toBeHidden()
      await expect(box(screen)).toBeFocused()
      await expect(box(screen)).toHaveValue('0.525')
    })
  })
}

test.describe('on a tablet', () => {
  test.use({ viewport: lying, hasTouch: true, isMobile: true })

  test('the keys are those of the type, a list has one pad at a time, and the keyboard can be had instead', async ({
    page,
  }) => {
    const screen = new ControlScreen(page)
    await screen.open({ asset: devices.turbine, point: 'WTG.ReactPowerSet' })
    await screen.ready()
    await box(screen).tap()
    await press(screen, '12±')
    await expect(box(screen)).toHaveValue('-12')
    await expect(pad(screen).getByRole('button', { name: 'Decimal point' })).toHaveCount(0)

    await screen.choosePoint('Vibration filter taps')
    const element = (number: number) => screen.editor.getByRole('textbox', { name: `Element ${number}`, exact: true })
    await element(1).tap()
    await expect(pad(screen)).toHaveAccessibleName('Number pad: Element 1')
    await element(3).tap()
    await expect(pad(screen)).toHaveCount(1)
    await expect(pad(screen)).toHaveAccessibleName('Number pad: Element 3')
    await press(screen, 'C1E±3')
    await expect(element(3)).toHaveValue('1e-3')
    await screen.editor.getByRole('button', { name: 'Number pad' }).nth(2).tap()
    await expect(pad(screen)).toHaveCount(0)
    await element(3).tap()
    await expect(element(3)).toHaveAttribute('inputmode', 'decimal')
    await page.reload()
    await element(2).tap()
    await expect(pad(screen)).toHaveCount(0)
    await screen.editor.getByRole('button', { name: 'Number pad' }).nth(1).tap()
    await expect(pad(screen)).toHaveAccessibleName('Number pad: Element 2')
  })
})

test('with mouse and keyboard the pad comes by its button and goes by Escape; it is no trap, and axe finds nothing', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.turbine, point: 'WTG.PitchSet' })
  await screen.ready()
  await box(screen).click()
  await expect(pad(screen)).toHaveCount(0)
  const button = screen.editor.getByRole('button', { name: 'Number pad' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(box(screen)).toBeFocused()
  await page.keyboard.type('4.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(pad(screen).getByRole('button', { name: '0', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box(screen)).toHaveValue('4.0')
  await expect(page.locator('[aria-live=polite]').getByText('4.0', { exact: true })).toHaveCount(1)
  const { violations } = await axeOn(page).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  const last = pad(screen).getByRole('button', { name: 'Done' })
  await last.focus()
  await page.keyboard.press('Tab')
  await expect(pad(screen).locator(':focus')).toHaveCount(0)
  await last.focus()
  await page.keyboard.press('Escape')
  await expect(pad(screen)).toHaveCount(0)
  await expect(box(screen)).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(box(screen)).toHaveValue('4.0')
})

test('a draft, its pad and the focus stay when the tablet is turned, and an open sheet stays open', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: upright, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.turbine, point: 'WTG.PitchSet' })
  await screen.ready()
  await box(screen).tap()
  await press(screen, '12.25')
  for (const viewport of [lying, upright]) {
    await page.setViewportSize(viewport)
    await expect(box(screen)).toHaveValue('12.25')
    await expect(box(screen)).toBeFocused()
    await expect(pad(screen)).toBeVisible()
    await press(screen, '<5')
    await expect(box(screen)).toHaveValue('12.25')
  }
  await screen.expectBody('{"value":12.25}')
  await page.getByRole('button', { name: 'Change', exact: true }).tap()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('searchbox').or(sheet.getByRole('textbox')).first().fill('pump')
  await page.setViewportSize(lying)
  await expect(sheet.getByRole('searchbox').or(sheet.getByRole('textbox')).first()).toHaveValue('pump')
  await sheet.getByRole('button', { name: 'Close' }).tap()
  await expect(box(screen)).toHaveValue('12.25')
  const dialog = await screen.review()
  await page.setViewportSize(upright)
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('{"value":12.25}')).toBeVisible()
  await context.close()
})

/** A screen lock that counts: of this page, as the browser gives them. */
const countWakeLocks = () => {
  const locks: { released: boolean; release: () => Promise<void> }[] = []
  const request = async () => {
    const lock = {
      released: false,
      release: async () => {
        lock.released = true
      },
    }
    locks.push(lock)
    return lock
  }
  Object.defineProperty(Navigator.prototype, 'wakeLock', { configurable: true, get: () => ({ request }) })
  const turn = (state: 'hidden' | 'visible') => {
    // The browser itself lets go of all locks of a hidden page.
    if (state === 'hidden') for (const lock of locks) lock.released = true
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  Object.assign(window, { held: () => locks.filter(({ released }) => !released).length, turn })
}
const held = (page: Page): Promise<number> => page.evaluate('held()')

test('the screen stays awake while a command waits, again after the page was hidden, and no longer', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await page.addInitScript(countWakeLocks)
  await screen.open({ asset: devices.slow8, point: 'PMP.SpeedSet', value: '52' })
  await screen.ready()
  expect(await held(page)).toBe(0)
  await screen.send({ wait: 20 })
  await screen.expectOutcome('Sent, waiting')
  await expect.poll(() => held(page)).toBe(1)
  await page.evaluate('turn("hidden")')
  expect(await held(page)).toBe(0)
  await page.evaluate('turn("visible")')
  await expect.poll(() => held(page)).toBe(1)
  await screen.expectOutcome('Done')
  await expect.poll(() => held(page)).toBe(0)
  await page.evaluate('turn("visible")')
  expect(await held(page)).toBe(0)
})

test('a browser without a screen lock, and one that refuses it, send and tell the outcome all the same', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'))
  await screen.open({ asset: devices.rig, point: 'RIG.Int', value: '14' })
  await screen.send()
  await screen.expectOutcome('Done')
  await page.addInitScript(() => {
    const request = () => Promise.reject(new DOMException('the battery is low', 'NotAllowedError'))
    Object.defineProperty(Navigator.prototype, 'wakeLock', { configurable: true, get: () => ({ request }) })
  })
  await screen.open({ asset: devices.rig, point: 'RIG.Double', value: '15' })
  await screen.send()
  await screen.expectOutcome('Done')
})

test.describe('what a mouse is told by resting on it', () => {
  test.use({ viewport: lying, hasTouch: true, isMobile: true })

  test('is told to a finger: by a tap on what does nothing else, by a long touch that does not act on what does', async ({
    page,
  }) => {
    const screen = new ControlScreen(page)
    await screen.open({ asset: devices.rig, point: 'RIG.Int', value: '3' })
    await screen.ready()
    const hint = page.getByRole('tooltip')
    await expect
      .poll(async () => {
        await screen.editor.getByText('Draft', { exact: true }).tap()
        return hint.count()
      })
      .toBe(1)
    await expect(hint).toHaveText('Nothing of this has been sent. It is kept in this browser tab.')
    await page.getByRole('heading', { name: 'Set measurement point' }).tap()
    await expect(hint).toBeHidden()

    const star = page.getByRole('button', { name: 'Favourite' })
    const { x = 0, y = 0, width = 0, height = 0 } = (await boxAtRest(star)) ?? {}
    const touch = await page.context().newCDPSession(page)
    const points = [{ x: x + width / 2, y: y + height / 2 }]
    const pressed = await star.getAttribute('aria-pressed')
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points })
    await expect(hint).toHaveText('Favourite')
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(star).toHaveAttribute('aria-pressed', pressed ?? '')
    await star.tap()
    await expect(star).not.toHaveAttribute('aria-pressed', pressed ?? '')
    await expect(hint).toBeHidden()
    await star.tap()
  })
})
