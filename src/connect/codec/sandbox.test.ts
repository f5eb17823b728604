import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox, type SandboxLimits, usualLimits } from './sandbox.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
function sandboxWith(limits: Partial<SandboxLimits>): Sandbox {
  const sandbox = createSandbox({ ...usualLimits, ...limits })
  ends.push(sandbox.stop)
  return sandbox
}
const call = (body: string, input = '') =>
  ({ script: `function jsonStrToRawData(s) { ${body} }`, call: 'jsonStrToRawData', input }) as const
const seven = call('return [7]')

describe('the thread of a product', () => {
  it('is there from the first call until nobody has called for a while, and again with the next call', async () => {
    const sandbox = sandboxWith({ idle: 50 })
    expect(sandbox.isRunning()).toBe(false)
    for (const _ of [1, 2]) {
      expect(await sandbox.run(seven)).toEqual({ result: Uint8Array.of(7) })
      expect(sandbox.isRunning()).toBe(true)
      await expect.poll(sandbox.isRunning).toBe(false)
    }
  })

  it('is ended with a script that is stuck in one step, and the call behind it gets a new one', async () => {
    const sandbox = sandboxWith({ patience: 1000, grace: 50 })
    const stuck = sandbox.run(call('[].indexOf.call({ length: 2 ** 53 - 1 }, 1)'))
    const next = sandbox.run(seven)
    expect(await stuck).toEqual({ problem: 'ran longer than 1000 ms' })
    expect(await next).toEqual({ result: Uint8Array.of(7) })
  })

  it('gives a script that had little of the processor more time, but not for ever', async () => {
    // Each step of it takes the processor for long, so that it looks as on a busy machine.
    const slow = (steps: number) =>
      call(`for (var i = 0; i < ${steps}; i++) JSON.parse('[' + '1,'.repeat(5000) + '1]'); return [7]`)
    const sandbox = sandboxWith({ run: 1, patience: 60_000 })
    expect(await sandbox.run(slow(200))).toEqual({ result: Uint8Array.of(7) })
    const strict = sandboxWith({ run: 1, patience: 100 })
    expect(await strict.run(slow(1e9))).toEqual({ problem: 'ran longer than 1 ms' })
  })

  it('keeps no more waiting than is allowed, and takes calls again when they are done', async () => {
    const sandbox = sandboxWith({ waitingBytes: 100 })
    const large = call('return [s.length]', 'x'.repeat(60))
    const answers = await Promise.all([sandbox.run(large), sandbox.run(large), sandbox.run(seven)])
    expect(answers).toEqual([
      { result: Uint8Array.of(60) },
      { problem: 'is called faster than it ends' },
      { result: Uint8Array.of(7) },
    ])
    expect(await sandbox.run(large)).toEqual({ result: Uint8Array.of(60) })
  })

  it('ends at once with the service, and what waits is answered', async () => {
    const sandbox = sandboxWith({})
    const calls = [sandbox.run(call('for (;;) {}')), sandbox.run(seven)]
    await sandbox.stop()
    expect(await Promise.all(calls)).toEqual([{ problem: expect.any(String) }, { problem: expect.any(String) }])
    expect(sandbox.isRunning()).toBe(false)
  })
})
