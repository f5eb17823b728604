import type { Page } from '@playwright/test'
import { axeOn } from './axe.ts'

export const themes = ['light', 'dark', 'sun'] as const
export type ThemeName = (typeof themes)[number]

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const setTheme = (page: Page, theme: ThemeName): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)

/** What axe finds against WCAG 2.2 AA in one theme; that the colours of each stand out is tested beside them too. */
export async function breachesOf(page: Page, theme: ThemeName): Promise<string[]> {
  await setTheme(page, theme)
  const { violations } = await axeOn(page).withTags(standards).analyze()
  return violations.map(
    ({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  )
}

/** Text as a person may have set it: WCAG 1.4.4 and 1.4.10 at once (400 % of 1280 px), large text, and 1.4.12. */
export const readers: Record<
  string,
  { width: number; height: number; fontSize?: number; spacing?: boolean; foreign?: boolean }
> = {
  'at 320 px': { width: 320, height: 640 },
  'with text of 200 %': { width: 1280, height: 900, fontSize: 32 },
  'with wide spacing': { width: 1440, height: 900, spacing: true },
  // Last, since the words stay so.
  'in a longer language, from right to left': { width: 1180, height: 820, foreign: true },
}

const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'

/** Sets the page as that reader has it; without one, as everybody has it. */
export async function setFor(page: Page, reader: (typeof readers)[string] | null): Promise<void> {
  const { width, height, fontSize = 16, spacing: isWide = false } = reader ?? { width: 1180, height: 820 }
  await page.setViewportSize({ width, height })
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Page.setFontSizes', { fontSizes: { standard: fontSize, fixed: fontSize * 0.8125 } })
  await devTools.detach()
  await page.evaluate(
    async ([css, is]) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(is ? css : '')
      document.adoptedStyleSheets = [sheet]
      // Two frames: what watches sizes has had its say.
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    },
    [spacing, isWide] as const,
  )
  if (reader?.foreign) await page.evaluate(speakForeign)
}

/** Every word 40 % longer, and the page turned round, as in a language that is yet to come. */
function speakForeign(): void {
  document.documentElement.dir = 'rtl'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // What the plant says is in no language.
    if (node.parentElement?.closest('code, time, svg, .mono, .num, .cm-editor')) continue
    node.nodeValue = (node.nodeValue ?? '').replace(
      /\p{L}{3,}/gu,
      (word) => word + word.slice(-Math.ceil(0.4 * word.length)),
    )
  }
}

/** Text that is cut off, lies over other text or beside the screen, and a page that scrolls sideways. */
export const lossesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const losses = new Set<string>()
    const top = [...document.querySelectorAll(':modal, :popover-open')].at(-1) ?? document.body
    const wide = document.documentElement.scrollWidth - innerWidth
    if (wide > 0) losses.add(`the page is ${wide} px too wide`)

    interface Piece {
      words: string
      element: Element
      box: DOMRect
      stands: boolean
    }
    const pieces: Piece[] = []
    const nameOf = (element: Element, words: string) =>
      `${element.className || element.tagName} “${words.slice(0, 40)}”`
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (!element || words === '' || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      if (element.closest('.visually-hidden, .cm-editor, svg, option')) continue
      // Two lines of what stands in full behind the row's own link.
      if (getComputedStyle(element.parentElement ?? element).webkitLineClamp !== 'none') continue
      if (getComputedStyle(element).webkitLineClamp !== 'none') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        let { left, right, top: above, bottom } = rect
        if (right - left < 1) continue
        let stands = false
        let isHidden = false
        const found = new Set<string>()
        let scrollsSideways = false
        for (let around: Element | null = element; around && around !== document.documentElement; ) {
          const style = getComputedStyle(around)
          isHidden ||= style.clipPath !== 'none'
          const box = around.getBoundingClientRect()
          if (style.position === 'sticky' || style.position === 'fixed' || around.matches('[popover]')) stands = true
          if (style.overflowX !== 'visible') {
            const mayScroll = /auto|scroll/.test(style.overflowX)
            // Where blanks are kept, the one before a new line hangs over the end of its own.
            const slack = style.whiteSpace === 'pre-wrap' ? Number.parseFloat(style.fontSize) : 4
            if (mayScroll && around.scrollWidth > around.clientWidth + 1) scrollsSideways = true
            else if (right > box.right + slack || left < box.left - slack)
              found.add(`cut off sideways: ${nameOf(element, words)} in ${around.className || around.tagName}`)
            left = Math.max(left, box.left)
            right = Math.min(right, box.right)
          }
          if (style.overflowY !== 'visible') {
            if (!/auto|scroll/.test(style.overflowY) && bottom > box.bottom + 2)
              found.add(`cut off below: ${nameOf(element, words)} in ${around.className || around.tagName}`)
            above = Math.max(above, box.top)
            bottom = Math.min(bottom, box.bottom)
          }
          // What lies over the page is not cut by what it stands in.
          if (around.matches(':modal, :popover-open')) break
          around = around.parentElement
        }
        if (isHidden) continue
        for (const loss of found) losses.add(loss)
        if (!scrollsSideways && (right > innerWidth + 1 || left < -1))
          losses.add(`beside the screen: ${nameOf(element, words)}`)
        if (right - left > 2 && bottom - above > 2)
          pieces.push({ words, element, stands, box: new DOMRect(left, above, right - left, bottom - above) })
      }
      const control = element.closest('button, a, [role=option], [role=tab]')
      const frame = control?.getBoundingClientRect()
      if (control && frame && getComputedStyle(control).display !== 'inline') {
        const rect = range.getBoundingClientRect()
        if (rect.top < frame.top - 2 || rect.bottom > frame.bottom + 2 || rect.right > frame.right + 2)
          losses.add(`out of its own button: ${nameOf(control, words)}`)
      }
    }
    pieces.sort((a, b) => a.box.top - b.box.top)
    for (const [index, one] of pieces.entries()) {
      for (const other of pieces.slice(index + 1)) {
        if (other.box.top > one.box.bottom) break
        if (one.element === other.element || one.stands || other.stands) continue
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (width > 3 && height > 5) losses.add(`one over the other: “${one.words}” and “${other.words}”`)
      }
    }
    return [...losses]
  })

/** Names of the animations and transitions that run although no motion is wanted. */
export async function motionsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().duration !== 0)
      .map((motion) => (motion instanceof CSSAnimation ? motion.animationName : 'a transition')),
  )
}
