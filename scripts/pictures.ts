import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from './build-if-needed.ts'
import { findChromium } from './find-chromium.ts'
import { takeSights } from './take-sights.ts'

/*
 * `npm run pictures`: the README's pictures, taken from the running product.
 * `npm run pictures -- FOLDER` takes everything that the panel can show (e2e/sights.ts) at every size, in every theme and
 * language into FOLDER, to look at; `npm run pictures -- FOLDER done queue` only those.
 */

const port = '8797'
const url = `http://127.0.0.1:${port}`
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

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
  })
  return context.newPage()
}

async function takeForReadme(page: Page): Promise<void> {
  mkdirSync('docs/pictures', { recursive: true })
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

const [folder, ...wanted] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  if (folder) {
    buildIfNeeded()
    await takeSights(browser, folder, wanted)
  } else {
    const stop = await startProduct()
    try {
      await makeHistory(await newPage(browser))
      // As it is opened the next day: without what was begun and sent in the same tab.
      await takeForReadme(await newPage(browser))
    } finally {
      stop()
    }
  }
} finally {
  await browser.close()
}
