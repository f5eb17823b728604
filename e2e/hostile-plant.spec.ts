import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { ControlScreen } from './control-screen.ts'
import { markup, rightToLeft, writeHostileFleet } from './hostile-fleet.ts'
import { Setpoint, test } from './setpoint.ts'

// One server for all of them.
test.describe.configure({ mode: 'default' })

/** Nothing of the plant's texts may have run or asked for anything. */
async function expectUnharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'harmed'))).toBeUndefined()
  await expect(page.locator('img[src="x"]')).toHaveCount(0)
}

/** The given parts of a text from left to right, as they are seen; each is looked for after the one before. */
const asSeen = (text: Locator, parts: string[]): Promise<string[]> =>
  text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const letters = nodes.flatMap((node) => Array.from({ length: node.length }, (_, at) => ({ node, at })))
    const whole = nodes.map(({ data }) => data).join('')
    let from = 0
    return wanted
      .map((part) => {
        from = whole.indexOf(part, from)
        const range = document.createRange()
        const [first, last] = [letters[from], letters[from + part.length - 1]]
        if (!first || !last) throw new Error(`“${part}” is not in “${whole}”`)
        range.setStart(first.node, first.at)
        range.setEnd(last.node, last.at + 1)
        from += part.length
        const { left, top } = range.getBoundingClientRect()
        return { part, left, top }
      })
      .sort((a, b) => (Math.abs(a.top - b.top) > 8 ? a.top - b.top : a.left - b.left))
      .map(({ part }) => part)
  }, parts)

test.describe('a thing model whose maker means ill', () => {
  const setpoint = new Setpoint({ FLEET_FILE: writeHostileFleet() })
  const policy = join(setpoint.folder, 'policy.json')
  writeFileSync(policy, JSON.stringify({ pointClasses: [{ rule: 'Ask', class: 'confirm', points: ['P4998'] }] }))
  setpoint.set('POLICY_FILE', policy)
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
    await expect(page.getByText(`${markup} Device`).first()).toBeVisible()
    await page.getByRole('searchbox', { name: 'Find a measurement point' }).fill('P4999')
    await screen.choosePoint('Point 4999')
    await screen.type('3.50')
    await screen.expectBody('{"value":3.50}')
    const sentence = await screen.send()
    expect(sentence).toContain(`${markup} Device`)
    await screen.expectOutcome('Refused')
    await expect(screen.editor.getByText(markup).first()).toBeVisible()
    await expectUnharmed(page)

    await page.goto(`${setpoint.url}/?asset=hostile1&point=P0000`)
    await expect(screen.editor.getByRole('heading', { name: `${markup} 0` })).toBeVisible()
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

  test('a name that is read from right to left tears no sentence, nor does such a language tear a number', async ({
    page,
  }) => {
    const screen = new ControlScreen(page)
    await page.goto(`${setpoint.url}/?asset=hebrew1&point=P4998&value=-3.50`)
    await screen.ready()
    await expect(screen.editor.getByText('-2', { exact: true })).toBeVisible()
    const dialog = await screen.review()
    const sentence = dialog.getByText(/^Set Point 4998 of/)
    const tick = dialog.locator('label').filter({ hasText: 'This is the right device and value' })
    const said = ['Set', 'Point 4998', 'צפון', 'משאבה', 'from', '2', 'to', '3.50', '1.50', 'now']
    // The words of the name stand in its own order, all else in the sentence's.
    const written = said.with(2, 'משאבה').with(3, 'צפון')
    expect(await asSeen(sentence, written)).toEqual(said)
    expect(await asSeen(tick, ['value:', 'משאבה', 'צפון', '3.50', 'kW'])).toEqual([
      'value:',
      'צפון',
      'משאבה',
      '3.50',
      'kW',
    ])
    const recorded = await sentence.textContent()
    expect(recorded).toContain(`of ${rightToLeft} from`)
    expect(recorded).not.toMatch(/[\u2066-\u2069\u{F0000}-\u{FFFFD}]/u)

    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    const row = page.getByRole('region', { name: 'Measurement points' }).getByText('-2 kW')
    expect(await asSeen(row, ['-', '2', 'kW'])).toEqual(['-', '2', 'kW'])
    for (const number of [
      ['−', '1.50', 'kW'],
      ['-', '3.50', 'kW'],
    ])
      expect(await asSeen(sentence, number)).toEqual(number)
  })

  test('is told of where it is too long to be read, and keeps nobody else waiting', async ({ page }) => {
    await page.goto(`${setpoint.url}/?asset=endless1`)
    const points = page.getByRole('region', { name: 'Measurement points' })
    await expect(points.getByText('The points of this device cannot be read')).toBeVisible()
    await page.getByText(`${markup} Device`).first().click()
    await expect(points.getByText('Point 1', { exact: true })).toBeVisible()
  })
})
