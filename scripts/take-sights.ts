import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { sights } from '../e2e/sights.ts'
import { SightsPanel } from '../e2e/sights-panel.ts'

const themes = ['light', 'dark', 'sun'] as const
const languages = { en: 'en', zh: 'zh-CN' } as const

/** A tablet is turned round, not opened anew. */
const machines: { options: BrowserContextOptions; sizes: Record<string, { width: number; height: number }> }[] = [
  { options: {}, sizes: { desktop: { width: 1440, height: 900 } } },
  {
    options: { hasTouch: true },
    sizes: { landscape: { width: 1180, height: 820 }, portrait: { width: 820, height: 1180 } },
  },
]

/** In place, as another tab of the same browser would have it: what is shown stays. */
async function speak(page: Page, language: keyof typeof languages): Promise<void> {
  await page.evaluate((name) => {
    localStorage.setItem('setpoint.language', JSON.stringify(name))
    dispatchEvent(new Event('storage'))
  }, language)
  await page.waitForFunction((tag) => document.documentElement.lang === tag, languages[language])
}

/**
 * Every page in each of its states × sizes × languages × themes, into a folder.
 * @param wanted names of sights; none: all of them.
 */
export async function takeSights(browser: Browser, folder: string, wanted: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const panel = new SightsPanel()
  await panel.start(browser)
  try {
    for (const { options, sizes } of machines) {
      const contexts = {
        engineer: await panel.context(browser, 'engineer', { ...options, reducedMotion: 'reduce' }),
        nobody: await panel.context(browser, 'nobody', { ...options, reducedMotion: 'reduce' }),
      }
      for (const { name, who = 'engineer', mostWidth = 9999, show, after } of sights) {
        const fitting = Object.entries(sizes).filter(([, { width }]) => width <= mostWidth)
        const [first] = fitting
        if (!first || (wanted.length > 0 && !wanted.includes(name))) continue
        const page = await contexts[who].newPage()
        await page.setViewportSize(first[1])
        try {
          await show(page)
        } catch (error) {
          // The others are to be looked at all the same.
          console.error(`${name}, ${first[0]}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
          process.exitCode = 1
          await page.close()
          continue
        }
        for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
          await speak(page, language)
          for (const [size, viewport] of fitting) {
            await page.setViewportSize(viewport)
            for (const theme of themes) {
              await page.evaluate((chosen) => {
                document.documentElement.dataset.theme = chosen
              }, theme)
              await page.screenshot({ path: join(folder, `${name}-${size}-${language}-${theme}.png`) })
            }
          }
        }
        await speak(page, 'en')
        await after?.(page)
        await page.close()
        console.log(name)
      }
      for (const context of Object.values(contexts)) await context.close()
    }
  } finally {
    await panel.remove()
  }
}
