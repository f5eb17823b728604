import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPolicyFile, type PolicyFile } from './policy-file.ts'

const opened: PolicyFile[] = []
afterEach(() => {
  for (const { stop } of opened.splice(0)) stop()
  vi.useRealTimers()
})

const policy = (maximum: string) => `{"limits":[{"rule":"r","maximum":${maximum}}]}`

function start(text = policy('1'), treeless: string[] = []) {
  const file = join(mkdtempSync(join(tmpdir(), 'setpoint-policy-')), 'policy.json')
  writeFileSync(file, text)
  const errors: unknown[] = []
  const warnings: unknown[] = []
  const logger = {
    info: () => {},
    warn: (facts: unknown) => void warnings.push(facts),
    error: (facts: unknown) => void errors.push(facts),
  }
  const policyFile = openPolicyFile(file, logger, treeless)
  policyFile.watch()
  opened.push(policyFile)
  return { file, errors, warnings, policyFile, maximum: () => policyFile.policy()?.limits[0]?.maximum }
}

/** Editors write a new file beside the old one and give it its name. */
const replace = (file: string, text: string) => {
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}
const silent = { info: () => {}, warn: () => {}, error: () => {} }
/** However busy the machine is. How soon the file is looked at is told by a clock of the test's. */
const soon = { timeout: 25_000 }

describe('the policy file', { timeout: 120_000 }, () => {
  it('is looked at twice a second, so that what is written counts within two', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { file, maximum } = start()
    for (const next of ['2', '3', '4']) {
      replace(file, policy(next))
      vi.advanceTimersByTime(500)
      // Waiting for the disk does not put the clock on.
      await expect.poll(maximum, { ...soon, interval: 0 }).toBe(next)
    }
  })

  it('counts anew when it is written in place, and when it is replaced', async () => {
    const { file, maximum, policyFile } = start()
    const { since } = policyFile.state()
    expect(maximum()).toBe('1')
    writeFileSync(file, policy('2'))
    await expect.poll(maximum, soon).toBe('2')
    replace(file, policy('3'))
    await expect.poll(maximum, soon).toBe('3')
    // And after that: a watch on the old file would be deaf now.
    replace(file, policy('4'))
    await expect.poll(maximum, soon).toBe('4')
    writeFileSync(file, policy('5'))
    await expect.poll(maximum, soon).toBe('5')
    expect(policyFile.state()).toMatchObject({ error: null, policy: { limits: [{ maximum: '5' }] } })
    expect(policyFile.state().since).toBeGreaterThanOrEqual(since ?? Number.POSITIVE_INFINITY)
  })

  it('that has become wrong leaves the last good one in force, and is told of once', async () => {
    const { file, errors, maximum, policyFile } = start()
    replace(file, policy('"much"'))
    const mistakes = ['limits[0].maximum: must be a number, or a decimal text such as "0.1"']
    await expect.poll(() => policyFile.state().error, soon).toMatchObject({ mistakes })
    expect(maximum()).toBe('1')
    expect(errors).toEqual([{ file, mistakes }])
    replace(file, '{')
    await expect.poll(() => errors.length, soon).toBe(2)
    expect(maximum()).toBe('1')
    replace(file, policy('2'))
    await expect.poll(maximum, soon).toBe('2')
    expect(policyFile.state().error).toBeNull()
  })

  it('that is gone leaves the last one in force until it is back', async () => {
    const { file, errors, maximum, policyFile } = start()
    rmSync(file)
    await expect.poll(() => policyFile.state().error?.mistakes, soon).toEqual(['the file cannot be read: ENOENT'])
    expect(maximum()).toBe('1')
    writeFileSync(file, policy('1'))
    await expect.poll(() => policyFile.state().error, soon).toBeNull()
    expect(errors).toHaveLength(1)
  })

  it('that is wrong or missing at the start refuses it, with every mistake', () => {
    expect(() => start('{"limits":[{"rule":"r"}],"pointClass":[]}')).toThrow(
      /POLICY_FILE: .*policy\.json is not a policy:\n {2}limits\[0\]: limits nothing.*\n {2}the file: Unrecognized key: "pointClass"/,
    )
    const nowhere = join(tmpdir(), 'setpoint-no-such-folder', 'policy.json')
    expect(() => openPolicyFile(nowhere, silent)).toThrow(/^POLICY_FILE: .*policy\.json cannot be read: ENOENT$/)
  })

  it('with a rule about what lies below assets is warned of, where nobody can tell', async () => {
    const rules = { pointClasses: [{ rule: 'Site', class: 'critical', assetIds: ['a1'], gateways: ['plant*'] }] }
    const { file, warnings, policyFile } = start(JSON.stringify(rules), ['plant-2', 'test'])
    expect(warnings).toEqual([{ file, rule: 'Site', gateways: ['plant-2'] }])
    replace(file, JSON.stringify({ ...rules, contact: 'us' }))
    await expect.poll(() => policyFile.policy()?.contact, soon).toBe('us')
    expect(warnings).toHaveLength(2)
  })

  it('that is not configured is no policy', () => {
    const { policy: none, state } = openPolicyFile(null, silent)
    expect(none()).toBeNull()
    expect(state()).toEqual({
      policy: { contact: '', grants: [], pointClasses: [], limits: [] },
      since: null,
      error: null,
    })
  })
})
