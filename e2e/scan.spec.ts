import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { generate } from 'lean-qr'
import { freePorts } from '../scripts/free-ports.ts'
import { axeOn } from './axe.ts'
import { devices } from './control-screen.ts'
import { writeGatewaysFile } from './gateways-file.ts'
import { test as plain, Setpoint, startTimeout } from './setpoint.ts'

// One server for all of them.
plain.describe.configure({ mode: 'default' })

/** A panel with two gateways, and a person who may see only one turbine. */
const test = plain.extend<object, { panel: Setpoint }>({
  panel: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern even where a fixture needs no other
    async ({}, use) => {
      const [connectPort = 0] = await freePorts(1)
      const panel = new Setpoint({ CONNECT_PORT: String(connectPort), ARGON2_MEMORY: '1024', ARGON2_PASSES: '1' })
      panel.set('GATEWAYS_FILE', writeGatewaysFile(panel.folder, connectPort))
      await panel.start()
      await use(panel)
      await panel.remove()
    },
    { scope: 'worker', timeout: startTimeout },
  ],
  baseURL: async ({ panel }, use) => use(panel.url),
})

/** What `setpoint labels` prints for some devices of one gateway. */
function printLabels(panel: Setpoint, gateway: string, ...words: string[]): string {
  const file = join(panel.folder, `labels-${gateway}.html`)
  const args = ['dist/server/setpoint.js', 'labels', '--url', panel.url, '--gateway', gateway, '--out', file, ...words]
  const env = { ...process.env, GATEWAYS_FILE: join(panel.folder, 'gateways.json') }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toContain(file)
  return file
}

/** One label as a camera would see it. */
async function photograph(page: Page, file: string): Promise<Buffer> {
  await page.goto(`file://${file}`)
  const { x = 0, y = 0, height = 0 } = (await page.locator('svg g').first().boundingBox()) ?? {}
  return await page.screenshot({
    clip: { x: x - 8, y: y - 8, width: 270, height: height + 16 },
    type: 'jpeg',
    quality: 80,
  })
}

/** Any text as a code, painted by the browser. */
async function codeOf(page: Page, text: string): Promise<Buffer> {
  const { size, get } = generate(text)
  const dark = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const)
  const path = dark.flatMap(([x, y]) => (get(x, y) ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])).join('')
  const side = size + 8
  await page.setContent(
    `<svg viewBox="0 0 ${side} ${side}" width="320" height="320" style="background:#fff"><path d="${path}"/></svg>`,
  )
  return await page.locator('svg').screenshot()
}

const scanner = (page: Page) => page.getByRole('dialog', { name: 'Scan a code' })

async function openScanner(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('button', { name: 'Scan a code' }).filter({ visible: true }).first().click()
  await expect(scanner(page).getByRole('button', { name: 'Choose a photo' })).toBeEnabled()
}

const choosePhoto = (page: Page, buffer: Buffer) =>
  scanner(page).locator('input[type=file]').setInputFiles({ name: 'code.jpg', mimeType: 'image/jpeg', buffer })

test('a printed label opens its device from a photo, and sends nothing', async ({ page, panel }) => {
  const photo = await photograph(page, printLabels(panel, 'plant', '--asset', devices.turbine))
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('setMeasurepoint')) sent.push(request.url())
  })
  await openScanner(page, '/at/plant/')
  await choosePhoto(page, photo)
  await expect(page).toHaveURL(`${panel.url}/at/plant/?asset=${devices.turbine}`)
  await expect(scanner(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'WTG-07 Kestrel Ridge' })).toBeVisible()
  expect(sent).toEqual([])
})

test('a label of another gateway says so and offers to switch', async ({ page, panel }) => {
  const photo = await photograph(page, printLabels(panel, 'plant', '--asset', devices.turbine))
  await openScanner(page, '/at/embedded/')
  await choosePhoto(page, photo)
  await expect(scanner(page).getByText('This device is at Kestrel Ridge')).toBeVisible()
  await expect(page).toHaveURL(`${panel.url}/at/embedded/`)
  await scanner(page).getByRole('link', { name: 'Switch to Kestrel Ridge' }).click()
  await expect(page).toHaveURL(`${panel.url}/at/plant/?asset=${devices.turbine}`)
  await expect(page.getByRole('heading', { name: 'WTG-07 Kestrel Ridge' })).toBeVisible()
})

test('a link of a foreign host, an unknown device and what is no code are told, and nothing is opened', async ({
  page,
  panel,
  context,
}) => {
  const painter = await context.newPage()
  const foreign = await codeOf(painter, `https://elsewhere.example/?asset=${devices.turbine}`)
  const unknown = await codeOf(painter, 'NoSuchAsset')
  const poem = await codeOf(painter, 'two words')
  await openScanner(page, '/at/embedded/')
  await choosePhoto(page, foreign)
  await expect(scanner(page).getByText(/link to elsewhere\.example.*It was not opened/)).toBeVisible()
  await choosePhoto(page, unknown)
  await expect(scanner(page).getByText('No such device')).toBeVisible()
  await choosePhoto(page, poem)
  await expect(scanner(page).getByText('No code of a device')).toBeVisible()
  await choosePhoto(page, Buffer.from('no picture'))
  await expect(scanner(page).getByText('no picture that the browser can read')).toBeVisible()
  await expect(page).toHaveURL(`${panel.url}/at/embedded/`)
})

test('without a camera the way is told; the ids that stand below the code open the device too', async ({
  page,
  panel,
}) => {
  await openScanner(page, '/at/embedded/')
  await expect(scanner(page).getByText(/No camera found|The camera is not allowed/)).toBeVisible()
  const answer = await fetch(`${panel.url}/connect-service/v2.1/devices?action=search&orgId=o15724268424841`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'setpoint-gateway': 'embedded' },
    body: JSON.stringify({ expression: `assetId = '${devices.rig}'` }),
  })
  const [{ productKey, deviceKey }] = ((await answer.json()) as { data: Record<string, string>[] }).data as [
    { productKey: string; deviceKey: string },
  ]
  await scanner(page).getByRole('textbox').fill(`${productKey}&${deviceKey}`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${panel.url}/at/embedded/?asset=${devices.rig}`)
})

for (const viewport of [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`on a tablet of ${viewport.width} × ${viewport.height}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, hasTouch: true })

      test('axe finds nothing serious in the scanner, and every target is large enough', async ({ page }) => {
        await openScanner(page, `/at/embedded/?asset=${devices.turbine}`)
        await scanner(page).getByRole('textbox').fill('https://elsewhere.example/')
        await page.keyboard.press('Enter')
        await expect(scanner(page).getByText('A link to somewhere else')).toBeVisible()
        const { violations } = await axeOn(page).analyze()
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
        for (const target of await scanner(page).getByRole('button').all()) {
          expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
        }
      })
    })
  }
}

test('a device outside of a person’s places is told as such, and not opened', async ({ page, panel }) => {
  // The first person that is let in ends the built-in user: the last test of this file.
  panel.addPerson('ola', 'correct horse battery', '--role', 'operator', '--asset', devices.turbine)
  await page.goto('/at/embedded/')
  await page.getByRole('textbox', { name: 'Name' }).fill('ola')
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: /Signed in as/ })).toBeVisible()
  await openScanner(page, '/at/embedded/')
  await scanner(page).getByRole('textbox').fill(devices.rig)
  await page.keyboard.press('Enter')
  await expect(scanner(page).getByText('Not among your places')).toBeVisible()
  await scanner(page).getByRole('textbox').fill(devices.turbine)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${panel.url}/at/embedded/?asset=${devices.turbine}`)
})
