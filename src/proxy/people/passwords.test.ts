import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { checkPassword } from './check-password.ts'
import { createPasswords } from './passwords.ts'

const cheap = { memory: 1024, passes: 1 }

describe('a password', () => {
  it('is kept as argon2id, with a salt of its own each time', async () => {
    const { hash, isRight } = createPasswords(cheap)
    const [one, two] = [await hash('correct horse battery'), await hash('correct horse battery')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=1024,t=1,p=1\$/)
    expect(two).not.toBe(one)
    expect(await isRight('correct horse battery', two)).toBe(true)
    expect(await isRight('correct horse batterx', two)).toBe(false)
  })

  it('is never nobody’s', async () => {
    expect(await createPasswords(cheap).isRight('', undefined)).toBe(false)
  })

  it('of nobody takes its place in the line as anybody’s does', async () => {
    const { isRight } = createPasswords({ memory: 8192, passes: 2 })
    await isRight('', undefined)
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => isRight('x', undefined)))
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(30 - 22)
  })

  it('is right whatever it cost when it was set', async () => {
    const kept = await createPasswords({ memory: 2048, passes: 2 }).hash('correct horse battery')
    expect(await createPasswords(cheap).isRight('correct horse battery', kept)).toBe(true)
  })

  it('waits in a line that has an end, and the line goes on', async () => {
    const { hash } = createPasswords({ memory: 8192, passes: 2 })
    const results = await Promise.allSettled(Array.from({ length: 60 }, () => hash('correct horse battery')))
    const refused = results.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(60 - 22)
    expect(refused[0]?.reason).toMatchObject({ failure: 'tooManyRequests', data: { retryAfter: 5 } })
    expect(refused[0]?.reason).toBeInstanceOf(Failure)
    expect(await hash('correct horse battery')).toMatch(/^\$argon2id/)
  })

  it.for([
    ['elevenchars', 'at least 12'],
    ['my ann is great', 'name of its account'],
    ['MY ANN IS GREAT', 'name of its account'],
    ['aaaaaaaaaaaaaaaa', 'repeats'],
    ['x1'.repeat(501), 'at most 1000'],
  ] as const)('%s is refused: %s', ([password, sentence]) => {
    expect(() => checkPassword(password, 'ann')).toThrow(sentence)
  })

  it.for(['correct horse battery', 'zwölf Zeichen', '温度温度测量点设定值控制台', `${'ᄀ'.repeat(3)}abcdefghi`])(
    '%s is taken',
    (password) => {
      expect(() => checkPassword(password, 'ann')).not.toThrow()
    },
  )
})
