import type { Page } from '@playwright/test'

/** Begins to note what moves without having been asked to; before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; moved: string[] }[] = []
    Reflect.set(window, 'shifts', shifts)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number
          hadRecentInput: boolean
          sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
        }
        if (hadRecentInput) continue
        const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const element = node instanceof Element ? node : node?.parentElement
          const words = element?.textContent?.slice(0, 30)
          return `${element?.className} “${words}” ${from.y}+${from.height} → ${to.y}+${to.height}`
        })
        shifts.push({ value, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** By how much (the score of a page is the sum), and what moved. */
export const shiftsOf = (page: Page): Promise<{ score: number; moved: string[] }> =>
  page.evaluate(() => {
    const shifts: { value: number; moved: string[] }[] = Reflect.get(window, 'shifts')
    return {
      score: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: shifts.filter(({ value }) => value > 0.001).flatMap(({ value, moved }) => [value.toFixed(4), ...moved]),
    }
  })
