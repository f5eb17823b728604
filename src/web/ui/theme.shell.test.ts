import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')

type Tokens = Record<string, string>

const tokensOf = (selector: string): Tokens => {
  const [, block = ''] = css.split(`${selector} {`)
  const [inside = ''] = block.split('}')
  return Object.fromEntries([...inside.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, name, value]) => [name, value]))
}

const light = tokensOf(':root')
const themes: Record<string, Tokens> = {
  light,
  dark: { ...light, ...tokensOf('[data-theme="dark"]') },
  sun: { ...light, ...tokensOf('[data-theme="sun"]') },
}

/** WCAG 2.2: relative luminance of `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const part = Number.parseInt(digits.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const colours = [tokens[one], tokens[other]].filter((colour) => colour !== undefined)
  expect(colours).toHaveLength(2)
  const [dark = 0, bright = 0] = colours.map(luminance).sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const states = ['accent', 'ok', 'wait', 'bad', 'unknown', 'queued']
const texts: [ink: string, ground: string][] = [
  ...['text', 'text-2', 'text-3', 'text-off', ...states].flatMap((ink): [string, string][] => [
    [ink, 'surface'],
    [ink, 'sunken'],
  ]),
  ...states.map((state): [string, string] => [state, `${state}-soft`]),
  ['text', 'accent-soft'],
  ['text-2', 'bg'],
  ['accent-ink', 'accent'],
  ['surface', 'bad'],
  ['surface', 'text'],
]

test.each(Object.keys(themes))('every text of the %s theme stands out at 4.5:1, in the sun at 7:1', (name) => {
  const tokens = themes[name] ?? {}
  const least = name === 'sun' ? 7 : 4.5
  const faint = texts.filter(([ink, ground]) => contrast(tokens, ink, ground) < least)
  expect(faint.map(([ink, ground]) => `${ink} on ${ground}: ${contrast(tokens, ink, ground).toFixed(2)}`)).toEqual([])
})

test.each(Object.keys(themes))('every mark and the border of every box of the %s theme stands out at 3:1', (name) => {
  const tokens = themes[name] ?? {}
  const faint = [...states, 'idle', 'line-strong'].filter((mark) => contrast(tokens, mark, 'surface') < 3)
  expect(faint).toEqual([])
})
