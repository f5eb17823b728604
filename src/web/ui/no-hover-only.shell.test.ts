import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
const read = (ending: RegExp) =>
  files.filter((file) => ending.test(file)).map((file) => [file, readFileSync(new URL(file, root), 'utf8')] as const)

/** What makes something appear, or makes room for it. */
const reveals =
  /(?:^|[\s;])(display|visibility|opacity|content|clip-path|(max-|min-)?(width|height|block-size|inline-size)):/

/** A rule's selectors and what it says; nested and at-rules give their inner rules. */
const rulesOf = (css: string): [selectors: string[], says: string][] =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selectors = '', says = '']) => [
    selectors.split(',').map((selector) => selector.trim()),
    says,
  ])

test('no style shows anything only while a mouse rests on it', () => {
  const found = read(/\.css$/).flatMap(([file, css]) =>
    rulesOf(css)
      .filter(([selectors, says]) => {
        const isHovered = selectors.some((selector) => selector.includes(':hover'))
        return isHovered && reveals.test(says) && !selectors.some((selector) => selector.includes(':focus'))
      })
      .map(([selectors]) => `${file}: ${selectors.join(', ')}`),
  )
  expect(found).toEqual([])
})

test('the check itself sees a rule that reveals, and lets one pass that the focus reveals too', () => {
  const seen = (css: string) => rulesOf(css).filter(([, says]) => reveals.test(says)).length
  expect(seen('@media (width > 1em) { .row:hover .tools { display: flex; } }')).toBe(1)
  expect(seen('.row:hover { background: red; border-color: blue }')).toBe(0)
})

test('no component waits for a mouse to come by', () => {
  const hovers = /on(Mouse(Enter|Over|Move)|Pointer(Enter|Over))=/
  const found = read(/\.tsx$/).filter(([, code]) => hovers.test(code) && !/on(Focus|PointerDown)/.test(code))
  expect(found.map(([file]) => file)).toEqual([])
})
