import { expect, it } from 'vitest'
import { remember } from './remember.ts'

it('forgets the oldest when there are too many', async () => {
  const asked: string[] = []
  const ask = remember<string>(1000, 2, () => 0)
  const look = (key: string) =>
    ask(key, async () => {
      asked.push(key)
      return key
    })
  for (const key of ['a', 'b', 'a', 'c', 'b', 'a']) expect(await look(key)).toBe(key)
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})
