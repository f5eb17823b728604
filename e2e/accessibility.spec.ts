import { expect, type Locator, type Page } from '@playwright/test'
import { type Announcement, heard, heardSince, listen } from './announcements.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { lastingFault, tabTo } from './keyboard.ts'
import { test } from './setpoint.ts'

test('a whole job by keyboard alone: the focus is always seen, goes along with the page and comes back from dialogs', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await page.goto('/')
  await expect(page.getByRole('link', { name: /WTG-09/ }).first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('searchbox', { name: 'Find an asset or device' }))
  await page.keyboard.type('wtg-09')
  await expect(page.getByRole('link', { name: /^WTG-01/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^WTG-09/ })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: /^WTG-09/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'WTG-09 Kestrel Ridge' })).toBeVisible()

  await tabTo(page, page.getByRole('searchbox', { name: 'Find a measurement point' }))
  await page.keyboard.type('pitch angle set')
  await expect(page.getByRole('link', { name: /^Active power limit/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Pitch angle setpoint/ })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: /^Pitch angle setpoint/ })).toBeFocused()
  await page.keyboard.press('Enter')
  const box = screen.editor.getByRole('textbox', { name: 'New value', exact: true })
  await expect(box).toBeVisible()
  await tabTo(page, box)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('5.25')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  const review = screen.editor.getByRole('button', { name: 'Review and send' })
  await tabTo(page, review)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Check and send' })
  await expect(dialog).toBeVisible()
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(review).toBeFocused()
  await page.keyboard.press('Enter')
  const send = dialog.getByRole('button', { name: 'Send', exact: true })
  await expect(dialog).toBeVisible()
  if (!(await send.evaluate((button) => button === document.activeElement))) await tabTo(page, send)
  await page.keyboard.press('Enter')
  await screen.expectOutcome('Done')
  await expect(screen.editor.getByRole('heading', { name: 'Done' })).toBeFocused()
  const another = screen.editor.getByRole('button', { name: 'Set another value' })
  await tabTo(page, another)
  await page.keyboard.press('Enter')
  await expect(box).toBeFocused()

  await tabTo(page, screen.commands.getByRole('link', { name: /^History of this device/ }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/operations\?/)
  await expect(page.getByRole('main')).toBeFocused()
  await page.getByRole('row').nth(1).waitFor()
  await tabTo(page, page.getByRole('row').nth(1).getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/operations\/./)
  await expect(page.getByRole('main')).toBeFocused()
})

for (const viewport of [
  { width: 1180, height: 820 },
  { width: 820, height: 1180 },
  { width: 320, height: 640 },
]) {
  test(`every stop of Tab is seen, forth and back, at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const screen = new ControlScreen(page)
    await screen.open({ asset: devices.rig, point: 'RIG.Struct' })
    await screen.ready()
    const walk = async (key: string) => {
      const faults: string[] = []
      for (let stops = 0; stops < 150; stops++) {
        await page.keyboard.press(key)
        const { name, fault } = await lastingFault(page)
        // The first press may only come back from the window's own buttons.
        if (name === '' && stops > 0) return { stops, faults }
        if (fault) faults.push(`${name}: ${fault}`)
      }
      return { stops: -1, faults }
    }
    const forth = await walk('Tab')
    expect(forth.faults).toEqual([])
    expect(forth.stops).toBeGreaterThan(20)
    const back = await walk('Shift+Tab')
    expect(back.faults).toEqual([])
    expect(back.stops).toBeGreaterThan(20)
  })
}

test('every dialog takes the focus, keeps it, and gives it back', async ({ page }) => {
  const screen = new ControlScreen(page)
  await page.setViewportSize({ width: 1180, height: 820 })
  await screen.open({ asset: devices.turbine, point: 'WTG.PitchSet' })
  await screen.ready()
  for (const name of [/^Find anything/, 'Change', 'Scan a code']) {
    const button = page.getByRole('button', { name }).filter({ visible: true }).first()
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    for (let stops = 0; stops < 4; stops++) {
      await page.keyboard.press('Tab')
      // Or in the window's own buttons.
      expect(await page.evaluate(() => document.activeElement?.matches('body, dialog *'))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(button).toBeFocused()
  }
})

/** Prepares a send, and begins to listen when only the last press is missing. */
async function reviewed(page: Page, asset: string, point: string, value: string, more: Record<string, string> = {}) {
  const screen = new ControlScreen(page)
  await screen.open({ asset, point, value, ...more })
  await screen.ready()
  // What is read when the point is opened is said before.
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0)
  const dialog = await screen.review()
  await heardSince(page)
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  return screen
}

/** The words stand on the screen a moment before they are said. */
const hears = (page: Page, isIt: (said: Announcement) => boolean) =>
  expect.poll(async () => (await heard(page)).some(isIt)).toBe(true)

test('what becomes of a send is said once each: progress politely, refusal and unknown at once', async ({ page }) => {
  await listen(page)
  let screen = await reviewed(page, devices.rig, 'RIG.Float', '4.5')
  await screen.expectOutcome('Done')
  await expect(screen.editor.getByText('The device reports the new value')).toBeVisible()
  // Values come every two seconds, ages tick every second: nobody is told of them.
  for (let answers = 0; answers < 3; answers++) {
    await page.waitForResponse((response) => response.url().includes('/measurepoints?'))
  }
  const done = await heardSince(page)
  expect(done.filter(({ urgency }) => urgency === 'assertive')).toEqual([])
  const words = done.map(({ words }) => words)
  expect(words.filter((said) => said.startsWith('Done'))).toHaveLength(1)
  expect(words.filter((said) => said.includes('The device reports the new value'))).toHaveLength(1)
  expect(new Set(words).size).toBe(words.length)
  expect(words.length).toBeLessThanOrEqual(5)

  screen = await reviewed(page, devices.refuses, 'PMP.SpeedSet', '21')
  await screen.expectOutcome('Refused')
  await hears(page, ({ urgency }) => urgency === 'assertive')
  const refused = await heardSince(page)
  expect(refused.filter(({ urgency }) => urgency === 'assertive')).toEqual([
    { urgency: 'assertive', words: expect.stringMatching(/^Refused\. ./) },
  ])

  screen = await reviewed(page, devices.silent, 'PMP.TariffHours', '[1,2]', { timeout: '6' })
  await screen.expectOutcome('Unknown')
  await hears(page, ({ urgency }) => urgency === 'assertive')
  const unknown = await heardSince(page)
  expect(unknown.filter(({ urgency }) => urgency === 'assertive')).toEqual([
    { urgency: 'assertive', words: expect.stringMatching(/^Unknown\. ./) },
  ])

  screen = await reviewed(page, devices.disabled, 'PMP.PressureSet', '4.5', { ttl: '600' })
  await screen.expectOutcome('Queued')
  await hears(page, ({ words }) => words.startsWith('Queued'))
  const queued = await heardSince(page)
  expect(queued.filter(({ urgency }) => urgency === 'assertive')).toEqual([])
  expect(queued.filter(({ words }) => words.startsWith('Queued'))).toHaveLength(1)
  await screen.editor.getByRole('button', { name: 'Cancel it' }).click()
  await screen.editor.getByRole('button', { name: 'Yes, cancel it' }).click()
  await screen.expectOutcome('Not sent')
})

test('an outcome that is there before the words for it is said when they have come, and nothing stops', async ({
  context,
  page,
}) => {
  const target = { asset: devices.disabled, point: 'PMP.SpeedSet', value: '43', ttl: '600' }
  await listen(page)
  const first = await reviewed(page, target.asset, target.point, target.value, { ttl: target.ttl })
  await first.expectOutcome('Queued')

  const late = await context.newPage()
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await late.route(/\/assets\/late-/, async (route) => {
    await released
    await route.continue()
  })
  await listen(late)
  const second = new ControlScreen(late)
  const asked = () => late.waitForResponse((response) => response.url().includes('/api/operations?'))
  await Promise.all([asked(), second.open({ asset: target.asset, point: target.point })])
  await expect(second.editor.getByText('Loading', { exact: true })).toHaveCount(1)
  const told = asked()
  await first.editor.getByRole('button', { name: 'Cancel it' }).click()
  await first.editor.getByRole('button', { name: 'Yes, cancel it' }).click()
  await first.expectOutcome('Not sent')
  await told
  await expect(late.getByRole('heading', { name: 'This page has stopped' })).toHaveCount(0)
  release()
  await second.expectOutcome('Not sent')
  await hears(late, ({ words }) => words.startsWith('Not sent'))
  expect((await heard(late)).filter(({ words }) => words.startsWith('Not sent'))).toHaveLength(1)
})

test('another page is said by its title, once, and what is wrong with a value is said at once', async ({ page }) => {
  await listen(page)
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.turbine, point: 'WTG.PitchSet', value: '999' })
  await screen.ready()
  await heardSince(page)
  await screen.editor.getByRole('button', { name: 'Review and send' }).click()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toBeFocused()
  const wrong = { urgency: 'assertive', words: 'This cannot be sent yet. Look at what is marked.' }
  await hears(page, ({ words }) => words === wrong.words)
  expect(await heardSince(page)).toContainEqual(wrong)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Error codes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Error codes' })).toBeVisible()
  await hears(page, ({ words }) => words === 'Error codes · Setpoint')
  const said = await heardSince(page)
  expect(said.filter(({ words }) => words === 'Error codes · Setpoint')).toHaveLength(1)
  expect(said.filter(({ urgency }) => urgency === 'assertive')).toEqual([])
})

/** As it is drawn: its frame, its words and what they stand on. */
const lookOf = (place: Locator) =>
  place.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor, color, backgroundColor, borderTopColor } =
      getComputedStyle(element)
    return { outline: `${outlineStyle} ${outlineWidth} ${outlineColor}`, color, backgroundColor, borderTopColor }
  })

/** Of the colours that a person has chosen for everything. */
const ownColour = (page: Page, name: string) =>
  page.evaluate((colour) => {
    const probe = document.createElement('span')
    probe.style.color = colour
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, name)

test('in a few colours of one’s own the focus, what is chosen, an outcome and what cannot be pressed stay apart', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Float', value: '4.75' })
  await screen.ready()
  const [text, canvas, grey, highlight] = await Promise.all(
    ['CanvasText', 'Canvas', 'GrayText', 'Highlight'].map((name) => ownColour(page, name)),
  )
  const send = screen.editor.getByRole('radiogroup', { name: 'Send' })
  const [now, online] = [send.locator('label').first(), send.locator('label').last()]
  const wait = screen.editor.getByRole('radiogroup', { name: 'Wait at most' }).locator('label')
  const frame = `solid 3px ${highlight}`
  for (const chosen of [
    now,
    wait.filter({ hasText: '30 s' }),
    page.getByRole('button', { name: /^Writable only/ }),
    page.getByRole('link', { name: 'Control', exact: true }),
  ]) {
    await expect.poll(async () => (await lookOf(chosen)).outline).toBe(frame)
  }
  for (const other of [online, wait.filter({ hasText: '10 s' })])
    await expect.poll(async () => (await lookOf(other)).outline).toMatch(/^none/)

  const review = screen.editor.getByRole('button', { name: 'Review and send' })
  const ready = await lookOf(review)
  expect(ready.color).not.toBe(ready.backgroundColor)
  // No pointer was used so far: what gets the focus is seen to have it.
  await review.focus()
  await expect.poll(async () => (await lookOf(review)).outline).toBe(`double 4px ${highlight}`)
  await send.getByRole('radio', { name: 'Now' }).focus()
  await expect.poll(async () => (await lookOf(now)).outline).toBe(`double 4px ${highlight}`)

  await screen.send()
  await screen.expectOutcome('Done')
  const word = await lookOf(screen.editor.getByRole('heading', { name: 'Done', exact: true }))
  expect(word.color).toBe(text)
  const chip = screen.commands.getByRole('listitem').first().locator('[class*="chip-ok"]').first()
  await expect(chip).toContainText('Done')
  const drawn = await lookOf(chip)
  expect([drawn.color, drawn.borderTopColor]).toEqual([text, text])
  await expect(chip.locator('svg').first()).toBeVisible()

  await screen.editor.getByRole('button', { name: 'Set another value' }).click()
  await context.setOffline(true)
  await expect(review).toBeDisabled()
  const off = await lookOf(review)
  expect([off.color, off.backgroundColor, off.borderTopColor]).toEqual([grey, canvas, grey])
  expect([ready.color, ready.backgroundColor]).not.toContain(off.color)
})

test('control screen, review and outcome read in order, with their names and roles', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Float', value: '4.25' })
  await screen.ready()
  await expect(screen.editor.getByRole('note', { name: 'Forecast' })).toBeVisible()
  await expect(screen.editor).toMatchAriaSnapshot(`
    - region "Set measurement point":
      - heading "Set measurement point" [level=2]
      - text: Draft
      - button "Discard"
      - heading "Single precision number" [level=3]
      - text: Test rig (every data type) · float
      - text: "This value comes from a link. Nothing has been sent: check it before you do."
      - group:
        - text: /Now/
        - textbox "New value": "4.25"
        - radiogroup "Send":
          - radio "Now" [checked]
          - radio "When online"
        - radiogroup "Wait at most":
          - radio "10 s"
          - radio "30 s" [checked]
          - radio "60 s"
          - radio "Other…"
      - code: "{\\"value\\":4.25}"
      - button "Copy the body that is sent"
      - note "Forecast"
      - button "Review and send"
  `)
  const dialog = await screen.review()
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Check and send":
      - heading "Check and send" [level=2]
      - button "Close"
      - paragraph:
        - text: Set
        - strong: Single precision number
        - text: of
        - strong: Test rig (every data type)
        - text: from
        - strong
        - text: to
        - strong: "4.25"
        - text: /now, waiting at most 30 s/
      - note "Forecast"
      - term: Device
      - definition: /${devices.rig}/
      - term: Point
      - definition: RIG.Float
      - code: "{\\"value\\":4.25}"
      - text: exactly what is sent
      - button "Copy the body that is sent"
      - checkbox /Send only if it still reads/
      - text: /Send only if it still reads/
      - button "Back"
      - button "Send"
  `)
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await screen.expectOutcome('Done')
  await expect(screen.editor).toMatchAriaSnapshot(`
    - region "Set measurement point":
      - heading "Done" [level=3]
      - paragraph: /4\\.25/
      - paragraph: /The device confirmed after/
      - status
      - button "Set another value"
      - link "Details"
  `)
})
