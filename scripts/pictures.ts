import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from './build-if-needed.ts'
import { findChromium } from './find-chromium.ts'

/*
 * `npm run pictures`: the README's pictures, taken from the running product.
 * `npm run pictures -- FOLDER` takes every screen at every size and in both colours into FOLDER, to look at.
 */

const port = '8797'
const url = `http://127.0.0.1:${port}`
const sizes = {
  desktop: { width: 1440, height: 900 },
  landscape: { width: 1180, height: 820 },
  portrait: { width: 820, height: 1180 },
} as const

async function startProduct(): Promise<() => void> {
  buildIfNeeded()
  const data = mkdtempSync(join(tmpdir(), 'setpoint-pictures-'))
  const server = spawn(process.execPath, ['dist/server/setpoint.js'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PROXY_PORT: port,
      CONNECT_PORT: '8798',
      MQTT_PORT: '11893',
      DATA_DIR: data,
      LOG_LEVEL: 'error',
      PERSON_NAME: 'M. Lindqvist',
    },
  })
  for (let tries = 0; tries < 200; tries++) {
    const answered = await fetch(`${url}/api/session`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  // The devices connect and report one after the other.
  await new Promise((resolve) => setTimeout(resolve, 12_000))
  return () => {
    server.kill('SIGTERM')
    rmSync(data, { recursive: true, force: true })
  }
}

const open = async (page: Page, query: string) => {
  await page.goto(`${url}${query}`)
  await page.waitForTimeout(1500)
}

/** Prepares a send and stops at the review. */
async function review(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review and send' }).click()
  await page.getByRole('dialog', { name: 'Check and send' }).waitFor()
}

async function send(page: Page, query: string, outcome: string): Promise<void> {
  await open(page, query)
  await review(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { name: outcome, exact: true }).first().waitFor({ timeout: 70_000 })
}

const wtg = '/?asset=6Bt59ySj&point='

/** So that the list of commands has something of each kind. */
async function makeHistory(page: Page): Promise<void> {
  await send(page, `${wtg}WTG.Mode&value=2`, 'Done')
  await send(page, `${wtg}WTG.YawEnable&value=false`, 'Done')
  await send(page, `${wtg}WTG.PitchSet&value=4.5`, 'Done')
  await send(page, '/?asset=8NVSLdcG&point=PMP.SpeedSet&value=60&timeout=5', 'Not sent')
  await send(page, '/?asset=8NVSLdcG&point=PMP.PressureSet&value=6.5&ttl=7200', 'Queued')
  await send(page, '/?asset=ZDnNLCxf&point=PMP.SpeedSet&value=35', 'Refused')
  await send(page, '/?asset=LAXZauG3&point=PMP.SpeedSet&value=62&timeout=1', 'Unknown')
}

async function newPage(browser: Browser, size: keyof typeof sizes, colours: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme: colours,
    locale: 'en-GB',
    hasTouch: size !== 'desktop',
  })
  return context.newPage()
}

async function takeForReadme(browser: Browser): Promise<void> {
  mkdirSync('docs/pictures', { recursive: true })
  const page = await newPage(browser, 'desktop', 'light')
  await open(page, `${wtg}WTG.ActPowerLimit`)
  await page.getByRole('textbox', { name: 'New value' }).fill('2850.0')
  await page.waitForTimeout(500)
  await page.screenshot({ path: 'docs/pictures/control.png' })
  await review(page)
  await page.waitForTimeout(500)
  await page.screenshot({ path: 'docs/pictures/review.png' })
  await open(page, '/?asset=LAXZauG3&point=PMP.SpeedSet')
  await page.screenshot({ path: 'docs/pictures/unknown.png' })
}

const screens: Record<string, string> = {
  start: '/',
  double: `${wtg}WTG.ActPowerLimit&value=2850.0`,
  enum: `${wtg}WTG.Mode`,
  bool: `${wtg}WTG.YawEnable`,
  struct: `${wtg}WTG.CurtailPlan`,
  array: `${wtg}WTG.VibTaps`,
  date: `${wtg}WTG.ServiceDue`,
  stepped: '/?asset=QVtKlEe0&point=RIG.Stepped&value=3.1',
  text: '/?asset=QVtKlEe0&point=RIG.Text',
  timestamp: '/?asset=QVtKlEe0&point=RIG.Timestamp',
  unknown: '/?asset=LAXZauG3&point=PMP.SpeedSet',
  queued: '/?asset=8NVSLdcG&point=PMP.PressureSet',
  offline: '/?asset=8NVSLdcG&point=PMP.Mode',
  history: '/operations',
  errors: '/errors',
  nowhere: '/nowhere',
}

async function takeAll(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
    for (const colours of ['light', 'dark'] as const) {
      const page = await newPage(browser, size, colours)
      const shoot = (name: string) => page.screenshot({ path: join(folder, `${name}-${size}-${colours}.png`) })
      for (const [name, query] of Object.entries(screens)) {
        await open(page, query)
        await shoot(name)
      }
      await open(page, `${wtg}WTG.ActPowerLimit&value=2850.0`)
      await review(page)
      await page.waitForTimeout(400)
      await shoot('review')
      await open(page, '/operations')
      await page.getByRole('listitem').getByRole('link').first().click()
      await page.waitForTimeout(1000)
      await shoot('operation')
      await page.context().close()
    }
  }
}

const stop = await startProduct()
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  await makeHistory(await newPage(browser, 'desktop', 'light'))
  const [folder] = process.argv.slice(2)
  if (folder) await takeAll(browser, folder)
  else await takeForReadme(browser)
} finally {
  await browser.close()
  stop()
}
