import type { Page } from '@playwright/test'

/** What a screen reader is given to say by itself, and whether it interrupts for it. */
export interface Announcement {
  urgency: 'polite' | 'assertive'
  words: string
}

/** Begins to write down what the page's live regions say; before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: { urgency: string; words: string }[] = []
    Reflect.set(window, 'heard', heard)
    const lives = '[aria-live], [role=status], [role=alert], [role=log]'
    const urgencyOf = (region: Element) =>
      region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite')
    const observer = new MutationObserver((changes) => {
      const said = new Set<Element>()
      for (const { type, target, addedNodes } of changes) {
        const around = target instanceof Element ? target : target.parentElement
        const region = around?.closest(lives)
        // Words that are taken away are not told.
        if (region && (type === 'characterData' || addedNodes.length > 0)) said.add(region)
        // A region that comes with its words in it.
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue
          for (const own of [node, ...node.querySelectorAll(lives)]) if (own.matches(lives)) said.add(own)
        }
      }
      for (const region of said) {
        const words = region.textContent?.trim() ?? ''
        const urgency = urgencyOf(region)
        if (region.isConnected && words !== '' && urgency !== 'off') heard.push({ urgency, words })
      }
    })
    observer.observe(document, { childList: true, subtree: true, characterData: true })
  })
}

/** What was said since the last time, or since the page was opened. */
export const heardSince = (page: Page): Promise<Announcement[]> =>
  page.evaluate(() => {
    const heard: Announcement[] = Reflect.get(window, 'heard')
    return heard.splice(0)
  })

/** The same without taking it away. */
export const heard = (page: Page): Promise<Announcement[]> => page.evaluate(() => Reflect.get(window, 'heard'))
