import { describe, expect, test } from 'vitest'
import { type LanguageName, languages } from './languages.ts'

const textOf = async (name: LanguageName) => ({
  ...(await languages[name].loadFirst()).text,
  ...(await languages[name].loadLate()),
})

type Leaf = [path: string, value: unknown]
const leavesOf = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
    : [[path, value]]

const english = await textOf('en')
const others = (Object.keys(languages) as LanguageName[]).filter((name) => name !== 'en')

describe.each(others)('the language %s', async (name) => {
  const leaves = leavesOf(await textOf(name))

  test('says everything that English says, and nothing beside it', () => {
    expect(leaves.map(([path]) => path).sort()).toEqual(
      leavesOf(english)
        .map(([path]) => path)
        .sort(),
    )
  })

  test('has no empty text', () => {
    expect(leaves.filter(([, value]) => typeof value === 'string' && value.trim() === '')).toEqual([])
  })
})
