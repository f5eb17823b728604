import { expect, type Locator, type Page } from '@playwright/test'

/** Where the focus is, and what is wrong with how it is seen there (WCAG 2.4.7, 2.4.11); null for nothing. */
export const focusFault = (page: Page): Promise<{ name: string; fault: string | null }> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return { name: '', fault: null }
    const { labels = [] } = element as Partial<HTMLInputElement>
    const words = [element.ariaLabel, ...[...(labels ?? [])].map((label) => label.textContent), element.textContent]
    const name = `${element.tagName} ${words.filter(Boolean).join(' · ')} ${element.className}`.slice(0, 120)
    const isRing = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration) =>
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
    const around = [element, element.parentElement, element.parentElement?.parentElement]
    const hasRing =
      around.some((part) => part && isRing(getComputedStyle(part))) ||
      isRing(getComputedStyle(element, '::after')) ||
      element.matches('h1, h2, h3, main, dialog')
    if (!hasRing) return { name, fault: 'no ring' }
    // A label covers its own box.
    const seen =
      element.closest('label') ?? around.find((part) => part && part.getBoundingClientRect().width > 2) ?? element
    const { left, right, top, bottom } = seen.getBoundingClientRect()
    const points = [0.1, 0.5, 0.9].flatMap((across) =>
      [0.2, 0.5, 0.8].map((down) => [left + (right - left) * across, top + (bottom - top) * down] as const),
    )
    const isSeen = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y)
      return there !== null && (seen.contains(there) || there.contains(seen))
    })
    return { name, fault: isSeen ? null : 'out of sight' }
  })

/** Tabs until the focus is there; every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press('Tab')
    const { name } = await focusFault(page)
    // What came a moment ago may still be shielded against a second press.
    await expect.poll(async () => (await focusFault(page)).fault, { message: name }).toBeNull()
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Not reached with ${most} presses of Tab: ${String(target)}`)
}
