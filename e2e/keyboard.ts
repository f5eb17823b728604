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

/** The same when it stays: what came a moment ago may still be shielded, or moved by what comes beside it. */
export async function lastingFault(page: Page): Promise<{ name: string; fault: string | null }> {
  let found = await focusFault(page)
  for (let looks = 0; found.fault !== null && looks < 50; looks++) {
    await page.waitForTimeout(100)
    found = await focusFault(page)
  }
  return found
}

/** Waits until keys pressed alone are listened to: that comes when the browser has had a moment. */
export async function keysListen(page: Page): Promise<void> {
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(list).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 45_000 })
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
}

/** Tabs until the focus is there; every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press('Tab')
    const { name, fault } = await lastingFault(page)
    expect(fault, name).toBeNull()
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Not reached with ${most} presses of Tab: ${String(target)}`)
}

/** The palette, opened by keys. */
export async function openPalette(page: Page): Promise<{ palette: Locator; box: Locator; rows: Locator }> {
  // The header is there, and with it the keys.
  await expect(page.getByRole('button', { name: /^Find anything/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find anything' })
  const box = palette.getByRole('combobox')
  await expect(box).toBeFocused()
  return { palette, box, rows: palette.getByRole('option') }
}

/** The row that Enter chooses, as the box tells it to a screen reader. */
export const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return id ? document.getElementById(id)?.textContent : undefined
  })
