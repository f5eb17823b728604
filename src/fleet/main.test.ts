import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { topics } from '#contract/wire/topics.ts'
import { startTestBroker } from './plain-broker.test-support.ts'

const main = join(process.env.BUILT_PROGRAMS ?? '', 'fleet.js')
const run = (...options: string[]) => spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })

/** A fleet file with one pump. */
function fleetFile(simulate: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'setpoint-')), 'fleet.json')
  const point = '{"identifier":"speed","name":"Speed","dataType":"DOUBLE"}'
  writeFileSync(
    file,
    `{"thingModels":[{"modelId":"m","name":"M","measurepoints":{"speed":${point}}}],
      "products":[{"productKey":"pk1","modelId":"m"}],
      "devices":[{"productKey":"pk1","deviceKey":"pump","deviceSecret":"s","deviceName":"P","simulate":${simulate}}]}`,
  )
  return file
}

/** A program takes its time to start on a busy machine, in ms. */
const patience = { timeout: 60_000 }

it('the program runs the devices of its file until it is told to end', patience, async () => {
  const broker = await startTestBroker()
  const pump = { productKey: 'pk1', deviceKey: 'pump' }
  const program = run('--fleet', fleetFile('{"values":{"speed":1.50}}'), '--mqtt', broker.url)
  const ended = once(program, 'exit')
  await expect.poll(() => broker.heardOn(topics.post(pump)).length, patience).toBe(1)
  program.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await expect.poll(() => broker.isConnected(pump)).toBe(false)
  await broker.stop()
})

it('the program refuses a bad file with the place of the error, and ends with 1', patience, async () => {
  const program = run('--fleet', fleetFile('{"answer":{"after":-1}}'))
  const [[code], said] = await Promise.all([once(program, 'exit'), text(program.stderr)])
  expect(code).toBe(1)
  expect(said).toMatch(/devices\[0\]\.simulate\.answer\.after/)
  expect(said).not.toContain('    at ')
})
