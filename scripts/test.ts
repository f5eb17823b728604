import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { findChromium } from './find-chromium.ts'
import { firstLoadSize } from './first-load-size.ts'

/*
 * `npm test`: the checks, the tests beside the files, the built product, and the journeys through it in a browser.
 * Ends with one line that counts them all.
 */

const folder = mkdtempSync(join(tmpdir(), 'setpoint-test-'))
const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** What a person does: all of it on the embedded EnOS, and what depends on the gateway before one of its own processes. */
const journeys: [title: string, specs: string[], env: NodeJS.ProcessEnv][] = [
  ['journeys in the browser', [], {}],
  ['journeys before a separate EnOS', ['once', 'outcomes'], { E2E_GATEWAY: 'separate' }],
]

const run = (title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean => {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** kB, gzip -9: what was reached (159.0) and 1 more. Aim and measurement in a browser: `npm run first-load`. */
const largestFirstLoad = 160

let passed = 0
let failed = 0
const count = (ok: boolean): void => {
  if (ok) passed++
  else failed++
}

count(run('format, lint, types, arrows', 'npm', ['run', '--silent', 'check']))

const unit = join(folder, 'unit.json')
const unitOk = run('tests beside the files', 'npx', [
  'vitest',
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unit}`,
])
try {
  const { numPassedTests, numFailedTests } = vitestReport.parse(JSON.parse(readFileSync(unit, 'utf8')))
  passed += numPassedTests
  failed += Math.max(numFailedTests, unitOk ? 0 : 1)
} catch {
  failed++
}

const built = run('build', 'npm', ['run', '--silent', 'build'])
count(built)
if (built) {
  const size = firstLoadSize(join('dist', 'web', 'assets'))
  console.log(`first load: ${size.toFixed(1)} kB, at most ${largestFirstLoad} kB`)
  count(size <= largestFirstLoad)
}
for (const [title, specs, env] of built ? journeys : []) {
  const report = join(folder, 'journeys.json')
  rmSync(report, { force: true })
  const found = { CHROMIUM_PATH: findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const ok = run(title, 'npx', ['playwright', 'test', ...specs], { ...found, ...env })
  try {
    const { expected, unexpected, flaky } = playwrightReport.parse(JSON.parse(readFileSync(report, 'utf8'))).stats
    passed += expected
    failed += Math.max(unexpected + flaky, ok ? 0 : 1)
  } catch {
    failed++
  }
}

rmSync(folder, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
