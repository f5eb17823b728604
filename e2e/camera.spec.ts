import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { generate } from 'lean-qr'
import config from '../playwright.config.ts'
import { devices } from './control-screen.ts'
import { test } from './setpoint.ts'

// One browser with this camera for all of them.
test.describe.configure({ mode: 'default' })

/** What the camera of this browser sees: a film that each test makes. */
const film = join(tmpdir(), `setpoint-camera-${process.pid}.y4m`)
const { args = [], ...options } = config.use?.launchOptions ?? {}
test.use({
  launchOptions: {
    ...options,
    args: [
      ...args,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  },
})
test.afterAll(() => rmSync(film, { force: true }))

const [width, height, frames] = [640, 480, 4]
/** Of luma in video: black and white are not 0 and 255. */
const [black, white, grey] = [16, 235, 128]

/** Writes a film of raw pictures (YUV4MPEG2, 4:2:0) in which a code is held before the camera. */
function holdBeforeCamera(text: string): void {
  const { size, get } = generate(text)
  const scale = Math.floor((height - 100) / size)
  const [across, down] = [(width - size * scale) >> 1, (height - size * scale) >> 1]
  const luma = Buffer.alloc(width * height, white)
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      if (get(Math.floor(x / scale), Math.floor(y / scale))) luma[(down + y) * width + across + x] = black
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, grey)])
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`)
  writeFileSync(film, Buffer.concat([header, ...Array.from({ length: frames }, () => frame)]))
}

const scanner = (page: Page) => page.getByRole('dialog', { name: 'Scan a code' })

async function openScanner(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Scan a code' }).filter({ visible: true }).first().click()
}

test('a code that is held before the camera opens its device, the camera goes off, and nothing is sent', async ({
  page,
  context,
  setpoint,
}) => {
  await context.grantPermissions(['camera'])
  holdBeforeCamera(`${setpoint.url}/?asset=${devices.turbine}`)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('setMeasurepoint')) sent.push(request.url())
  })
  await page.addInitScript(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    const tracks: MediaStreamTrack[] = []
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted)
      tracks.push(...stream.getTracks())
      return stream
    }
    Object.assign(window, { live: () => tracks.filter(({ readyState }) => readyState === 'live').length })
  })
  await openScanner(page)
  await expect(page).toHaveURL(`${setpoint.url}/?asset=${devices.turbine}`)
  await expect(page.getByRole('heading', { name: 'WTG-07 Kestrel Ridge' })).toBeVisible()
  await expect(scanner(page)).toBeHidden()
  await expect.poll(() => page.evaluate('live()')).toBe(0)
  expect(sent).toEqual([])
})

test('a code of no device that is held before the camera is told, once, while the camera goes on looking', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['camera'])
  holdBeforeCamera('NoSuchAsset')
  await openScanner(page)
  await expect(scanner(page).getByText('No such device')).toBeVisible()
  await expect(scanner(page).getByText('Looking for a code.')).toBeVisible()
  await expect(scanner(page).getByRole('button', { name: 'Choose a photo' })).toBeEnabled()
})

for (const [name, words] of [
  ['NotAllowedError', 'The camera is not allowed'],
  ['NotFoundError', 'No camera found'],
  ['NotReadableError', 'The camera gives no picture'],
] as const) {
  test(`a camera that answers ${name} is told as such, and a photo or typing does`, async ({ page }) => {
    await page.addInitScript((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', error))
    }, name)
    await openScanner(page)
    await expect(scanner(page).getByText(words, { exact: true })).toBeVisible()
    await expect(scanner(page).getByText(/hoose a photo of the code, or type what stands below it/)).toBeVisible()
    await expect(scanner(page).getByRole('button', { name: 'Choose a photo' })).toBeEnabled()
    await scanner(page).getByRole('textbox').fill(devices.rig)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`asset=${devices.rig}$`))
  })
}
