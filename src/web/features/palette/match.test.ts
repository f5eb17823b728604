import { expect, test } from 'vitest'
import { matchText } from './match.ts'

const marked = (text: string, typed: string) =>
  matchText(text, typed)?.spans.map(([start, end]) => text.slice(start, end)) ?? null

test.each([
  ['WTG-07 Kestrel Ridge', 'wtg-07', ['WTG-07']],
  ['WTG-07 Kestrel Ridge', 'ridge wtg', ['WTG', 'Ridge']],
  ['Zürich pump', 'zurich', ['Zürich']],
  ['Active power limit', 'apl', ['A', 'p', 'l']],
  ['Active power limit', 'acpo', ['Ac', 'po']],
  ['功率限值', '限值', ['限值']],
])('%s is found by %s, and what matched is told', (text, typed, expected) => {
  expect(marked(text, typed)).toEqual(expected)
})

test.each([
  ['Active power limit', 'wtg'],
  ['Active power limit', 'apx'],
  ['Active power limit', 'limit wtg'],
  ['Active power limit', 'cvr'],
  ['Review', 'rv'],
])('%s is not found by %s', (text, typed) => {
  expect(matchText(text, typed)).toBeNull()
})

test('the beginning of a name goes before the beginning of a word, that before its middle, that before letters with gaps', () => {
  const names = ['Power', 'Active power', 'Superpower', 'Plant of west engineering research']
  const scores = names.map((name) => matchText(name, 'power')?.score ?? 0)
  expect(scores.toSorted((a, b) => b - a)).toEqual(scores)
  expect(new Set(scores).size).toBe(names.length)
})

test('where nothing is typed everything matches and nothing is marked', () => {
  expect(matchText('Review', ' ')?.spans).toEqual([])
})
