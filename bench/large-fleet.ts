import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { start } from '../src/start.ts'
import { measureLookUps } from './large-fleet/look-ups.ts'
import { writeLargeFleet } from './large-fleet/make-large-fleet.ts'
import { measurePanel } from './large-fleet/panel.ts'

/*
 * `npm run large-fleet`: a fleet of 100,000 devices and a model of 5,000 points, and how long it takes to start, to
 * look something up through the proxy, and to find and open it in the panel, in Chromium as it is and four times
 * slower. Medians of `--rounds`; `--count` devices. `WEB_DIR` measures another build than dist/web.
 */

const { values } = parseArgs({ options: { count: { type: 'string' }, rounds: { type: 'string' } } })
const count = Number(values.count ?? 100_000)
const rounds = Number(values.rounds ?? 3)

const median = (took: number[]): number => took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? Number.NaN
const told = (title: string, took: number[], goal: number, more = ''): void => {
  const time = median(took)
  const mark = time <= goal ? ' ' : '!'
  console.log(`${mark} ${time.toFixed(0).padStart(7)} ms  goal ${String(goal).padStart(6)}  ${title}${more}`)
}

if (!process.env.WEB_DIR) buildIfNeeded()
const folder = mkdtempSync(join(tmpdir(), 'setpoint-large-fleet-'))
const fleetFile = join(folder, 'fleet.json')
writeLargeFleet(fleetFile, count)
const beginning = performance.now()
const running = await start({
  ...process.env,
  PROXY_PORT: '8807',
  CONNECT_PORT: '8808',
  MQTT_PORT: '11903',
  FLEET_FILE: fleetFile,
  DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'error',
})
try {
  console.log(`${count} devices, medians of ${rounds}`)
  told('start: fleet file, embedded EnOS, proxy', [performance.now() - beginning], 15_000)
  console.log(`  ${(process.memoryUsage().rss / 1e6).toFixed(0).padStart(7)} MB resident`)
  console.log('\nlook-ups through the proxy')
  for (const { title, took, found } of await measureLookUps(running.url, count, rounds)) {
    told(title, took, 50, found === undefined ? '' : `: ${found}`)
  }
  for (const slowdown of [1, 4]) {
    console.log(`\nin the browser, ${slowdown === 1 ? 'as it is' : `${slowdown}× slower`}`)
    for (const { title, took, goal } of await measurePanel(running.url, count, rounds, slowdown)) {
      told(title, took, goal)
    }
  }
} finally {
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
