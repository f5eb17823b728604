import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from './find-chromium.ts'

/*
 * `npm run icons`: the pictures under which a tablet shows the installed panel, drawn from public/icon.svg. What it
 * draws is kept in public/icons, so that a build needs no browser.
 */

const folder = join('public', 'icons')
const mark = readFileSync(join('public', 'icon.svg'), 'utf8')
/** Of the panel in the dark: a picture that is cut to a circle or a square needs a ground of its own. */
const ground = '#161b21'
/** The mark in the colours that it has on that ground. */
const onGround = mark.replaceAll('#2a8fc4', '#5cb8e6').replaceAll('#6a7480', '#8a939d')

interface Picture {
  name: string
  /** px */
  size: number
  /** Of the picture's width that the mark takes; what is cut to any shape keeps the middle 80 %. */
  part: number
  hasGround: boolean
}

const pictures: Picture[] = [
  { name: 'icon-192', size: 192, part: 0.94, hasGround: false },
  { name: 'icon-512', size: 512, part: 0.94, hasGround: false },
  { name: 'maskable-192', size: 192, part: 0.58, hasGround: true },
  { name: 'maskable-512', size: 512, part: 0.58, hasGround: true },
  { name: 'touch-180', size: 180, part: 0.7, hasGround: true },
]

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage()
  for (const { name, size, part, hasGround } of pictures) {
    await page.setViewportSize({ width: size, height: size })
    const drawn = (hasGround ? onGround : mark).replace('<svg ', `<svg width="${size * part}" height="${size * part}" `)
    const style = `margin:0;height:100vh;display:grid;place-items:center;${hasGround ? `background:${ground}` : ''}`
    await page.setContent(`<!doctype html><body style="${style}">${drawn}</body>`)
    await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: !hasGround })
  }
} finally {
  await browser.close()
}
