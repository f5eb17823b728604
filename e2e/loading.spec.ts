import { expect, type Page, type Request } from '@playwright/test'
import { atRest } from './at-rest.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { shiftsOf, watchShifts } from './layout-shifts.ts'
import { test } from './setpoint.ts'

const questions = /\/api\/(?!events|session)|-service\//
const html = { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }

/** Every answer comes late, and none with another. @returns waits until all has come that has been asked for so far. */
async function slowDown(page: Page): Promise<() => Promise<void>> {
  const open = new Set<Request>()
  page.on('request', (request) => questions.test(request.url()) && open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  let asked = 0
  await page.route(questions, async (route) => {
    const delay = 200 + ((asked++ * 370) % 900)
    await new Promise((resolve) => setTimeout(resolve, delay))
    // The page may be gone by then.
    await route.continue().catch(() => {})
  })
  return async () => {
    const asked = [...open]
    await expect.poll(() => asked.some((request) => open.has(request))).toBe(false)
  }
}

test('nothing shifts while a page loads, however late and in whatever order the answers come', async ({
  browser,
  setpoint,
}) => {
  const paths = [
    '/',
    `/?asset=${devices.turbine}`,
    `/?asset=${devices.turbine}&point=WTG.PitchSet&value=4.5`,
    `/?asset=${devices.turbine}&point=WTG.CurtailPlan`,
    '/operations',
    '/errors',
    `/permission?asset=${devices.turbine}&point=WTG.PitchSet`,
  ]
  const loadAll = async (viewport: { width: number; height: number }) => {
    const context = await browser.newContext({ viewport, baseURL: setpoint.url })
    for (const path of paths) {
      const page = await context.newPage()
      await watchShifts(page)
      const allCame = await slowDown(page)
      await page.goto(path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.getByText('Loading', { exact: true })).toHaveCount(0)
      await allCame()
      // And is drawn.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      const { score, moved } = await shiftsOf(page)
      expect.soft(score, `${viewport.width} ${path}\n${moved.join('\n')}`).toBeLessThan(0.02)
      await page.close()
    }
    await context.close()
  }
  // Nearly all of the time is that of late answers: both sizes at once.
  await Promise.all([loadAll({ width: 1440, height: 900 }), loadAll({ width: 820, height: 1180 })])
})

/** What a device may report for the points of the test rig: as long as a number of each type gets, and longer. */
const longValues: Record<string, string> = {
  'RIG.Int': '-2147483648',
  'RIG.Float': '-1.17549435082228750797e-38',
  'RIG.Double': '-123456789012345678901.10',
  'RIG.Stepped': '12345678.5',
  'RIG.Text': '"A note of many words that nobody can read in a list, and that the editor shows whole"',
  'RIG.Timestamp': '1800000000001',
}

test('a row of points is as high before its value has come as after, however long the value, and no digit is cut', async ({
  page,
}) => {
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/action=queryLatest/, async (route) => {
    await asked
    const response = await route.fetch()
    let body = await response.text()
    for (const [id, value] of Object.entries(longValues))
      body = body.replace(
        new RegExp(`("id":"${id.replace('.', '\\.')}"[^{}]*?"value":)("[^"]*"|[^,}]+)`),
        (_all, before: string) => before + value,
      )
    await route.fulfill({ response, body })
  })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/?asset=${devices.rig}`)
  const rows = page.getByRole('region', { name: 'Measurement points' }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'RIG.Double' }).first()).toBeVisible()
  const heights = () => atRest(() => rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height)))
  const sizes = [1440, 1320, 1240, 1180, 960, 820]
  const before: number[][] = []
  for (const width of sizes) {
    await page.setViewportSize({ width, height: 900 })
    before.push(await heights())
  }
  answer()
  await expect(rows.filter({ hasText: '-123,456,789,012,345,678,901.10' })).toBeVisible()
  for (const [index, width] of sizes.toReversed().entries()) {
    await page.setViewportSize({ width, height: 900 })
    expect(await heights(), `at ${width} px`).toEqual(before.at(-1 - index))
    const cut = await rows.locator('.num').evaluateAll((all) =>
      all
        .filter((value) => !value.textContent?.startsWith('A note'))
        .filter((value) => {
          const range = document.createRange()
          range.selectNodeContents(value)
          const text = range.getBoundingClientRect()
          const row = value.closest('li')?.getBoundingClientRect()
          const chips = value.parentElement?.previousElementSibling?.getBoundingClientRect()
          return !row || text.right > row.right || (chips && chips.width > 0 && text.left < chips.right)
        })
        .map((value) => value.textContent),
    )
    expect(cut, `at ${width} px`).toEqual([])
  }
  // The panel asks again every two seconds: an answer on its way when the page closes could not be read.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('who waits long is told so and can ask anew; the answer that comes then is shown', async ({ page }) => {
  let isStuck = true
  await page.route(/-service\//, async (route) => {
    if (!isStuck) await route.continue()
  })
  await page.goto(`/?asset=${devices.turbine}`)
  const points = page.getByRole('region', { name: 'Measurement points' })
  await expect(points.getByText('This takes longer than usual. It is still waited for.')).toBeVisible()
  isStuck = false
  await points.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByRole('heading', { name: /^WTG-07/ })).toBeVisible()
  await expect(points.getByRole('link', { name: /^Pitch angle setpoint/ })).toBeVisible()
})

test('where a gateway answers with a page of errors, every part says so, keeps the rest usable and recovers', async ({
  page,
}) => {
  let isBroken = true
  await page.route(/-service\/|\/api\/operations\?/, (route) => (isBroken ? route.fulfill(html) : route.continue()))
  await page.goto('/')
  await expect(
    page
      .getByText('The devices cannot be shown')
      .or(page.getByRole('button', { name: 'Try now' }))
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await page.goto('/operations')
  await expect(page.getByRole('button', { name: 'Try now' }).first()).toBeVisible()
  isBroken = false
  await page.getByRole('button', { name: 'Try now' }).first().click()
  await expect(page.getByText(/No command yet|commands? (is|are) found/).first()).toBeVisible()
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.turbine, point: 'WTG.PitchSet' })
  await screen.ready()
})
