import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMetricsToken } from './read-metrics-token.ts'

const token = 'a-token-of-some-length'
const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'setpoint-token-')), 'token')
  writeFileSync(path, text)
  return path
}

describe('the token of the figures', () => {
  it('is the setting, or the one line of a file, or none', () => {
    expect(readMetricsToken({})).toBe(null)
    expect(readMetricsToken({ METRICS_TOKEN: ' ', METRICS_TOKEN_FILE: '' })).toBe(null)
    expect(readMetricsToken({ METRICS_TOKEN: token })).toBe(token)
    expect(readMetricsToken({ METRICS_TOKEN_FILE: file(`${token}\n`) })).toBe(token)
  })

  it.for([
    [{ METRICS_TOKEN: 'too-short' }, 'METRICS_TOKEN: '],
    [{ METRICS_TOKEN: 'with a blank in the middle' }, 'METRICS_TOKEN: '],
    [{ METRICS_TOKEN: token, METRICS_TOKEN_FILE: file(token) }, 'not both'],
    [{ METRICS_TOKEN_FILE: file('short') }, 'METRICS_TOKEN_FILE: '],
    [{ METRICS_TOKEN_FILE: file(`${token}\n${token}`) }, 'one line'],
    [{ METRICS_TOKEN_FILE: '/does/not/exist' }, 'cannot be read'],
  ] as const)('is refused where it is %o, without being said', ([environment, told]) => {
    const said = (() => {
      try {
        return String(readMetricsToken(environment))
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    })()
    expect(said).toContain(told)
    for (const secret of ['too-short', token, 'blank']) expect(said).not.toContain(secret)
  })
})
