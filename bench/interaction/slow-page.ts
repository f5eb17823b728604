import type { Browser, Page } from '@playwright/test'

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
async function takeLongest(page: Page): Promise<number> {
  // An event is told of after the painting that follows it.
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  )
  return Number(await page.evaluate('takeLongest()'))
}

/** A page of a browser that has never seen the panel, its processor slowed. */
export async function openSlow(browser: Browser, slowdown: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.addInitScript(watchPresses)
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

/** A press, or several, and what is to be seen in the end. */
export type Step = [name: string, act: (page: Page) => Promise<void>]

/** @returns of each step its longest press, from the press to the next painting, ms. */
export async function walk(page: Page, steps: Step[]): Promise<number[]> {
  const longest: number[] = []
  for (const [, act] of steps) {
    await takeLongest(page)
    await act(page)
    longest.push(await takeLongest(page))
  }
  return longest
}

/** ms from the navigation until a button with these words, or that name, is there. */
export async function timeToButton(page: Page, url: string, words: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' })
  const time = await page.waitForFunction(
    (label) =>
      [...document.querySelectorAll('button')].some((one) => one.textContent?.includes(label)) && performance.now(),
    words,
  )
  return Number(await time.jsonValue())
}
