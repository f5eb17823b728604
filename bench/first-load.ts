import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { findChromium } from '../scripts/find-chromium.ts'
import { start } from '../src/start.ts'

/*
 * `npm run first-load`: the JavaScript that the panel really asks for, opened in a browser that has never seen it,
 * with every device reachable and nothing sent yet. `WEB_DIR` measures another build than dist/web.
 */

/** kB of 1000 bytes, gzip -9. */
const aim = 150
const screens: [title: string, address: string, isReady: string][] = [
  ['start', '/', 'Find an asset or device'],
  ['a device and a point', '/?asset=6Bt59ySj&point=WTG.ActPowerLimit', 'Review and send'],
]

const gzipped = (code: Buffer) => gzipSync(code, { level: 9 }).length / 1000

async function measure(browser: Browser, url: string, isReady: string): Promise<[name: string, size: number][]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const scripts: Promise<[string, number]>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!pathname.endsWith('.js')) return
    scripts.push(response.body().then((code) => [pathname.slice(1), gzipped(code)]))
  })
  await page.goto(url)
  await page
    .getByRole('button', { name: isReady })
    .or(page.getByRole('searchbox', { name: isReady }))
    .first()
    .waitFor()
  // Also what is fetched in the background once the screen can be used.
  await page.waitForTimeout(5000)
  const sizes = await Promise.all(scripts)
  await context.close()
  return sizes
}

if (!process.env.WEB_DIR) buildIfNeeded()
const folder = mkdtempSync(join(tmpdir(), 'setpoint-first-load-'))
const running = await start({
  ...process.env,
  PROXY_PORT: '8807',
  CONNECT_PORT: '8808',
  MQTT_PORT: '11903',
  DATA_DIR: folder,
  LOG_LEVEL: 'error',
})
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  for (const [title, address, isReady] of screens) {
    const sizes = await measure(browser, running.url + address, isReady)
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    console.log(`\n${title}: ${address}`)
    for (const [name, size] of sizes) console.log(`  ${size.toFixed(1).padStart(6)} kB  ${name}`)
    console.log(`  ${total.toFixed(1).padStart(6)} kB in all; the aim is ${aim} kB, all before the JSON editor`)
  }
  const assets = join(process.env.WEB_DIR ?? 'dist/web', 'assets')
  const rest = readdirSync(assets).filter((name) => name.endsWith('.js'))
  console.log('\nevery file of the build, gzip -9')
  for (const name of rest)
    console.log(
      `  ${gzipped(readFileSync(join(assets, name)))
        .toFixed(1)
        .padStart(6)} kB  ${name}`,
    )
} finally {
  await browser.close()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}
