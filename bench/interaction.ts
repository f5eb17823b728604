import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { findChromium } from '../scripts/find-chromium.ts'
import { start } from '../src/start.ts'

/*
 * `npm run interaction`: a CPU slowed four times, in a browser that has never seen the panel. How long from the
 * navigation to a control screen that can be used, and how long each press of the journey takes to be seen (the Event
 * Timing API, as INP counts it). Medians. `WEB_DIR` measures another build than dist/web; `ROUNDS` takes more than 3.
 */

const slowdown = 4
/** ms */
const goals = { screen: 2000, press: 200 }
const rounds = Number(process.env.ROUNDS ?? 3)
const device = { assetId: '6Bt59ySj', name: 'WTG-07 Kestrel Ridge' }
const point = { id: 'WTG.ActPowerLimit', name: 'Active power limit' }

/** In the page: the longest of all presses since it was last asked, from the press to the next painting, ms. */
function watchPresses(): void {
  let longest = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  Object.assign(window, {
    takeLongest() {
      const taken = longest
      longest = 0
      return taken
    },
  })
}

/** @returns ms; below 16 ms the browser says nothing, which counts as 0. */
const takeLongest = async (page: Page): Promise<number> => {
  // An event is told of after the painting that follows it.
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  )
  return Number(await page.evaluate('takeLongest()'))
}

type Step = [name: string, act: (page: Page) => Promise<void>]

const editorOf = (page: Page) => page.getByRole('region', { name: 'Set measurement point' })
const valueBox = (page: Page) => editorOf(page).getByRole('textbox', { name: 'New value', exact: true })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Check and send' })

const journey: Step[] = [
  [
    'find the device',
    async (page) => {
      await page.getByRole('searchbox', { name: 'Find an asset or device' }).first().pressSequentially('WTG-07')
      await page.getByText(device.name).first().waitFor()
    },
  ],
  [
    'choose the device',
    async (page) => {
      await page.getByText(device.name).first().click()
      await page.getByRole('region', { name: 'Measurement points' }).getByText(point.name).first().waitFor()
    },
  ],
  [
    'choose the point',
    async (page) => {
      await page
        .getByRole('region', { name: 'Measurement points' })
        .getByText(point.name, { exact: true })
        .first()
        .click()
      await valueBox(page).waitFor()
    },
  ],
  ['type the value', (page) => valueBox(page).pressSequentially('2851')],
  [
    'review',
    async (page) => {
      await editorOf(page).getByRole('button', { name: 'Review and send' }).click()
      await dialogOf(page).waitFor()
    },
  ],
  [
    'send',
    async (page) => {
      await dialogOf(page).getByRole('button', { name: 'Send', exact: true }).click()
      await editorOf(page).getByRole('heading', { name: 'Done', exact: true }).waitFor()
    },
  ],
]

async function openSlow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript(watchPresses)
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

/** ms from the navigation until the button of the editor can be pressed. */
async function timeToScreen(browser: Browser, url: string): Promise<number> {
  const page = await openSlow(browser)
  await page.goto(`${url}/?asset=${device.assetId}&point=${point.id}`, { waitUntil: 'commit' })
  const time = await page.waitForFunction(
    (label) => [...document.querySelectorAll('button')].some((one) => one.textContent === label) && performance.now(),
    'Review and send',
  )
  const milliseconds = Number(await time.jsonValue())
  await page.context().close()
  return milliseconds
}

async function walk(browser: Browser, url: string): Promise<number[]> {
  const page = await openSlow(browser)
  await page.goto(url)
  await page.getByRole('searchbox', { name: 'Find an asset or device' }).first().waitFor()
  const longest: number[] = []
  for (const [, act] of journey) {
    await takeLongest(page)
    await act(page)
    longest.push(await takeLongest(page))
  }
  await page.context().close()
  return longest
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function tell(name: string, values: number[], goal: number): void {
  const middle = median(values)
  const all = values.map((value) => value.toFixed(0)).join(', ')
  const verdict = middle <= goal ? 'reached' : 'missed'
  console.log(`${name.padEnd(34)} ${middle.toFixed(0).padStart(6)} ms   goal ${goal} ms, ${verdict}   (${all})`)
}

if (!process.env.WEB_DIR) buildIfNeeded()
const folder = mkdtempSync(join(tmpdir(), 'setpoint-interaction-'))
const running = await start({
  ...process.env,
  PROXY_PORT: '8817',
  CONNECT_PORT: '8818',
  MQTT_PORT: '11913',
  DATA_DIR: folder,
  LOG_LEVEL: 'error',
})
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const screens: number[] = []
  const walks: number[][] = []
  for (let round = 0; round < rounds; round++) {
    screens.push(await timeToScreen(browser, running.url))
    walks.push(await walk(browser, running.url))
  }
  console.log(`CPU slowed ${slowdown} times, medians of ${rounds} rounds`)
  tell('the screen with device and point', screens, goals.screen)
  for (const [index, [name]] of journey.entries()) {
    const longest = walks.map((walked) => walked[index] ?? 0)
    tell(name, longest, goals.press)
  }
} finally {
  await browser.close()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}
