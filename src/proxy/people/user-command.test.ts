import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { newDirectory, runProxy } from '../running-proxy.suite.ts'
import { askPassword } from './ask-password.ts'
import { goodPassword } from './people.suite.ts'
import { runUser } from './run-user.ts'

const program = join(process.env.BUILT_PROGRAMS ?? '', 'setpoint.js')
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const settings = (dataDirectory: string) => ({ DATA_DIR: dataDirectory, ARGON2_MEMORY: '1024', ARGON2_PASSES: '1' })

/** The command within this program, with `input` as its standard input; what it says, or what it throws. */
async function user(dataDirectory: string, words: string[], input = '') {
  const said = { out: '', error: '' }
  const print = (line: string) => {
    said.out += `${line}\n`
  }
  const ask = () => askPassword(Readable.from(input === '' ? [] : [input]), () => {})
  try {
    await runUser(words, settings(dataDirectory), { print, askPassword: ask })
  } catch (error) {
    said.error = error instanceof Error ? error.message : String(error)
  }
  return said
}

/** `setpoint user …` as a program of its own. */
async function userProgram(dataDirectory: string, words: string[], input = '') {
  const child = spawn(process.execPath, [program, 'user', ...words], {
    env: { ...process.env, ...settings(dataDirectory) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said = { code: 0, out: '', error: '' }
  child.stdout.on('data', (part) => {
    said.out += part
  })
  child.stderr.on('data', (part) => {
    said.error += part
  })
  child.stdin.on('error', () => {}).end(input)
  const [code] = await once(child, 'close')
  return { ...said, code }
}

describe('setpoint user', () => {
  it('lets people in, changes and shuts them out, while the proxy runs', { timeout: 120_000 }, async () => {
    const proxy = await runProxy('http://127.0.0.1:1')
    stops.push(proxy.stop)
    const { dataDirectory } = proxy.config
    const asked = (panel: typeof proxy | Awaited<ReturnType<typeof proxy.signIn>>['panel']) =>
      panel.get('/api/session').then(async (answer) => [answer.status, await answer.text()] as const)

    const added = await userProgram(
      dataDirectory,
      ['add', 'Ann', '--role', 'operator', '--name', 'Ann Lee', '--asset', 'a1', '--asset', 'a2'],
      `${goodPassword}\n`,
    )
    expect(added).toMatchObject({ code: 0, error: '' })
    expect(added.out).toContain('added ann: operator, below a1, a2')
    expect(statSync(join(dataDirectory, 'people.sqlite')).mode & 0o077).toBe(0)

    const { answer, panel } = await proxy.signIn('ann', goodPassword)
    expect(answer.status).toBe(200)
    expect((await asked(panel))[1]).toContain('"name":"Ann Lee","role":"operator","assetIds":["a1","a2"]')

    await user(dataDirectory, ['role', 'ann', '--role', 'engineer'])
    expect((await asked(panel))[1]).toContain('"role":"engineer","assetIds":[]')
    expect((await user(dataDirectory, ['list'])).out).toBe('ann  Ann Lee  engineer, everywhere\n')

    await user(dataDirectory, ['password', 'ann'], 'another good password')
    expect((await asked(panel))[0]).toBe(401)
    expect((await proxy.signIn('ann', goodPassword)).answer.status).toBe(401)
    const anew = await proxy.signIn('ann', 'another good password')
    expect(anew.answer.status).toBe(200)

    await user(dataDirectory, ['disable', 'ann'])
    expect((await asked(anew.panel))[0]).toBe(401)
    expect((await user(dataDirectory, ['list'])).out).toContain('DISABLED')
    await user(dataDirectory, ['enable', 'ann'])
    expect((await proxy.signIn('ann', 'another good password')).answer.status).toBe(200)
  })

  it('refuses what is wrong with a sentence, and changes nothing', { timeout: 120_000 }, async () => {
    const dataDirectory = newDirectory()
    const nobody = await userProgram(dataDirectory, ['list'])
    expect(nobody).toMatchObject({ code: 1, out: '', error: expect.stringMatching(/^there is nobody yet: [^\n]*\n$/) })
    const wrong: [string[], string, string][] = [
      [['add', 'ann', '--role', 'boss'], goodPassword, 'must be one of viewer, operator, engineer, administrator'],
      [['add', 'ann'], goodPassword, '--role'],
      [['add', 'an:n', '--role', 'viewer'], goodPassword, 'letters a–z'],
      [['add', 'local', '--role', 'viewer'], goodPassword, 'built-in user'],
      [['add', 'ann', '--role', 'viewer'], 'short', 'at least 12 characters'],
      [['add', 'ann', '--role', 'viewer'], 'joanna is here', 'name of its account'],
      [['add', 'ann', '--role', 'viewer'], '', 'no password came'],
      [['disable', 'ann'], '', 'there is no person ann'],
      [['destroy', 'ann'], '', 'Usage: setpoint user'],
      [['add', 'ann', '--rule', 'viewer'], goodPassword, '--rule'],
    ]
    for (const [words, input, sentence] of wrong) {
      const said = await user(dataDirectory, words, input)
      expect([words.join(' '), said.out]).toEqual([words.join(' '), ''])
      expect(said.error).toContain(sentence)
    }
    expect((await user(dataDirectory, ['list'])).out).toBe('')
  })
})
