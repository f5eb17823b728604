import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
const read = (ending: RegExp) =>
  files.filter((file) => ending.test(file)).map((file) => [file, readFileSync(new URL(file, root), 'utf8')] as const)

/** What names a side of the screen; `start` and `end` turn round with the direction of the script. */
const sides = [
  /(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)[\w-]*:/,
  /border-(top|bottom)-(left|right)-radius:/,
  /^\s*(left|right):/,
  /(text-align|float|clear): (left|right)/,
  /justify-[\w-]+: (left|right)/,
]

/** `a b c d` with another value on the left than on the right. */
const isLopsided = (line: string): boolean => {
  const [, values = ''] = /^\s*(?:margin|padding|inset|border-width): ([^;]+);/.exec(line) ?? []
  const four = values.match(/[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+/g) ?? []
  return four.length === 4 && four[1] !== four[3]
}

test('no style names a side of the screen, so a script that runs from right to left turns every page round', () => {
  const found = read(/\.css$/).flatMap(([file, css]) =>
    css
      .split('\n')
      .filter((line) => sides.some((side) => side.test(line)) || isLopsided(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

test('no component places anything by a side of the screen', () => {
  const inStyle = /(style=\{\{|Style = \{)[^}]*\b(left|right|(margin|padding|border)(Left|Right))\b[^}]*:/
  expect(
    read(/\.tsx$/)
      .filter(([, code]) => inStyle.test(code))
      .map(([file]) => file),
  ).toEqual([])
})

test('what stays on the side of its parent is told so by the name that Chromium knows too', () => {
  const told = (css: string, name: RegExp) => name.test(css)
  const found = read(/\.css$/).filter(
    ([, css]) => told(css, /text-align: match-parent;/) && !told(css, /-webkit-match-parent/),
  )
  expect(found.map(([file]) => file)).toEqual([])
})
