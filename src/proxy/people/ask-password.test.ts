import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { askPassword } from './ask-password.ts'

/** A terminal whose keys are pressed here; `modes` tells when it was raw. */
function terminal() {
  const modes: boolean[] = []
  const shown: string[] = []
  const setRawMode = (raw: boolean) => modes.push(raw)
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode })
  const asked = askPassword(keys, (text) => shown.push(text))
  asked.catch(() => {})
  /** Answers the question that is asked as the n-th. */
  const answer = async (n: number, typed: string[]) => {
    await expect.poll(() => shown.filter((text) => text !== '\n')).toHaveLength(n)
    for (const key of typed) keys.write(key)
  }
  return { asked, answer, modes, shown }
}

describe('a password at a terminal', () => {
  it('is typed twice, corrected, and never shown', async () => {
    const { asked, answer, modes, shown } = terminal()
    await answer(1, ['correkt', '\u007f\u007f', '\u001b[D', 'ct hörse', '\r'])
    await answer(2, [...'correct hörse', '\n'])
    expect(await asked).toBe('correct hörse')
    expect(shown.join('')).toBe('New password: \nAgain: \n')
    expect(modes).toEqual([true, false, true, false])
  })

  it('is not taken where the two differ', async () => {
    const { asked, answer } = terminal()
    await answer(1, ['one password', '\r'])
    await answer(2, ['another one', '\r'])
    await expect(asked).rejects.toThrow('not the same')
  })

  it.for(['\u0003', '\u0004'])('is given up with %j, and the terminal is as it was', async (key) => {
    const { asked, answer, modes } = terminal()
    await answer(1, ['half a pass', key])
    await expect(asked).rejects.toThrow('nothing was changed')
    expect(modes).toEqual([true, false])
  })
})

describe('a password that is piped in', () => {
  it('is the first line', async () => {
    const input = new PassThrough()
    input.end('correct horse battery\r\nmore\n')
    expect(await askPassword(input, () => {})).toBe('correct horse battery')
  })

  it('is missed where there is none', async () => {
    const input = new PassThrough()
    input.end()
    await expect(askPassword(input, () => {})).rejects.toThrow('pipe in one line')
  })
})
