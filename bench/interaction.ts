import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { findChromium } from '../scripts/find-chromium.ts'
import { openDatabase } from '../src/database/open-database.ts'
import { migrations } from '../src/proxy/store/sqlite/migrations.ts'
import { openOperationStore } from '../src/proxy/store/sqlite/open-operation-store.ts'
import { start } from '../src/start.ts'
import { large, usual } from './interaction/journeys.ts'
import { openSlow, timeToButton, walk } from './interaction/slow-page.ts'
import { writeLargeFleet } from './large-fleet/make-large-fleet.ts'
import { recordMany } from './operations/many-operations.ts'

/*
 * `npm run interaction`: a CPU slowed four times, in a browser that has never seen the panel. How long from the
 * navigation to a control screen that can be used, and how long each press of the journey takes to be seen (the Event
 * Timing API, as INP counts it): the worst press of each step, medians of the rounds. First with the demo fleet, then
 * with 100,000 devices, a model of 5,000 points and 100,000 operations; `--only usual` or
 * `--only large` takes one of the two, `--rounds 5` more rounds, `--count 20000` fewer devices. `WEB_DIR` measures another build than dist/web. Ends with 1 where a goal is missed.
 */

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string' }, count: { type: 'string' } },
})
const rounds = Number(values.rounds ?? 3)
const count = Number(values.count ?? 100_000)
const slowdown = 4
/** ms */
const goals = { screen: 2000, press: 200 }

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

let isReached = true
function tell(name: string, times: number[], goal: number): void {
  const middle = median(times)
  isReached &&= middle <= goal
  const mark = middle <= goal ? ' ' : '!'
  const all = times.map((time) => time.toFixed(0)).join(', ')
  console.log(`${mark} ${middle.toFixed(0).padStart(6)} ms  goal ${String(goal).padStart(5)}  ${name}  (${all})`)
}

/** Rounds of a first screen and a journey. */
async function measure(
  browser: Browser,
  { screen, begin, button, steps }: { screen: string; begin: string; button: string; steps: typeof usual.steps },
): Promise<void> {
  const screens: number[] = []
  const walks: number[][] = []
  for (let round = 0; round < rounds; round++) {
    const first = await openSlow(browser, slowdown)
    screens.push(await timeToButton(first, screen, button))
    await first.context().close()
    const page = await openSlow(browser, slowdown)
    await page.goto(begin)
    await page.getByRole('searchbox', { name: 'Find an asset or device' }).first().waitFor()
    walks.push(await walk(page, steps))
    await page.context().close()
  }
  tell('the control screen can be used', screens, goals.screen)
  for (const [index, [name]] of steps.entries())
    tell(
      name,
      walks.map((walked) => walked[index] ?? Number.NaN),
      goals.press,
    )
}

if (!process.env.WEB_DIR) buildIfNeeded()
const folder = mkdtempSync(join(tmpdir(), 'setpoint-interaction-'))
const startIn = (dataDirectory: string, env: NodeJS.ProcessEnv = {}) =>
  start({
    ...process.env,
    PROXY_PORT: '0',
    CONNECT_PORT: '0',
    MQTT_PORT: '0',
    DATA_DIR: dataDirectory,
    LOG_LEVEL: 'error',
    ...env,
  })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  console.log(`CPU slowed ${slowdown} times, medians of ${rounds}`)
  if (values.only !== 'large') {
    const running = await startIn(join(folder, 'demo'))
    console.log('\nthe demo fleet')
    const { url } = running
    await measure(browser, { screen: url + usual.address, begin: url, button: 'Review and send', steps: usual.steps })
    await running.stop()
  }
  if (values.only !== 'usual') {
    const data = join(folder, 'large')
    const fleetFile = join(folder, 'fleet.json')
    writeLargeFleet(fleetFile, count)
    mkdirSync(data)
    const database = openDatabase(`sqlite:${join(data, 'proxy.sqlite')}`, migrations)
    await recordMany(
      openOperationStore(database, () => {}, 'embedded'),
      100_000,
      { gatewayIds: ['embedded', 'embedded'], isSettled: true },
    )
    database.close()
    const running = await startIn(data, { FLEET_FILE: fleetFile })
    console.log(`\n${count} devices, 5,000 points in one model, 100,000 operations`)
    const { url } = running
    await measure(browser, { screen: url, begin: url, button: 'Site 0001', steps: large(count) })
    await running.stop()
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(isReached ? 0 : 1)
