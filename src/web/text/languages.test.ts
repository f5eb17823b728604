import { describe, expect, test } from 'vitest'
import { type LanguageName, languages } from './languages.ts'
import { samples } from './sentence-samples.suite.ts'

type Sentence = (...told: unknown[]) => unknown

const textOf = async (name: LanguageName) => ({
  ...(await languages[name].loadFirst()).text,
  ...(await languages[name].loadLate()),
})

/** Every word with the way to it. */
const leavesOf = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
    : [[path, value]]

const english = leavesOf(await textOf('en'))
const others = (Object.keys(languages) as LanguageName[]).filter((name) => name !== 'en')

/** What English and others have in common: names, abbreviations and signs. */
const names = new Set(['Setpoint', 'EnOS', 'JSON', 'CSV', 'HTTP', 'Product Key', 'Device Key', '–'])

/** Stands for a text or number that a sentence is told, or for an object with whatever is asked of it. */
const mark = (name: string): object =>
  new Proxy({}, { get: (_, part) => (typeof part === 'symbol' ? () => `‹${name}›` : `‹${name}.${part}›`) })

/** The marks and numbers in what is said. */
const toldBy = (said: unknown): string[] =>
  [
    ...new Set(
      String(said)
        .replace('Fifty', '50')
        .match(/‹[^›]*›|\d{2,}/g),
    ),
  ].sort()

describe.each(others)('the language %s', async (name) => {
  const leaves = leavesOf(await textOf(name))
  const words = new Map(leaves)

  test('says everything that English says, and nothing beside it', () => {
    expect(leaves.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort())
  })

  test('has no empty text', () => {
    expect(leaves.filter(([, value]) => typeof value === 'string' && value.trim() === '')).toEqual([])
  })

  test('leaves nothing in English but names and signs', () => {
    const same = english.filter(([path, value]) => typeof value === 'string' && words.get(path) === value)
    // EnOS's own names of its states in the API are English everywhere.
    expect(same.filter(([path, value]) => !names.has(String(value)) && !path.endsWith('.api'))).toEqual([])
  })

  test('names the same numbers', () => {
    const other = english.filter(
      ([path, value]) => typeof value === 'string' && String(toldBy(words.get(path))) !== String(toldBy(value)),
    )
    expect(other).toEqual([])
  })

  test.each(english.filter(([, value]) => typeof value === 'function') as [string, Sentence][])(
    'tells in %s all that English tells',
    (path, inEnglish) => {
      const told = samples[path] ?? Array.from({ length: inEnglish.length }, (_, place) => mark(String(place)))
      const said = (words.get(path) as Sentence)(...told)
      expect(toldBy(said)).toEqual(toldBy(inEnglish(...told)))
      expect(String(said).trim()).not.toBe('')
    },
  )
})
