import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'
import { firstLoadSize } from './first-load-size.ts'
import { readTally, tallyFile } from './tally.ts'

/*
 * `npm test`: the checks, the tests beside the files, the built product, the truth check, and the journeys in a browser.
 * Ends with what failed, a line each, and one line that counts them all.
 */

const folder = mkdtempSync(join(tmpdir(), 'setpoint-test-'))
const run = (title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean => {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** kB, gzip -9. Measurement in a browser: `npm run first-load`. */
const largestFirstLoad = 150

let passed = 0
const failures: string[] = []
const count = (title: string, ok: boolean): boolean => {
  if (ok) passed++
  else failures.push(title)
  return ok
}

/** Runs what counts for itself; a failing end without a failure of its own is one. */
const runTests = (title: string, args: string[], env: NodeJS.ProcessEnv = {}): void => {
  const file = join(folder, 'tally.json')
  rmSync(file, { force: true })
  const ok = run(title, 'npx', args, { ...env, [tallyFile]: file })
  try {
    const tally = readTally(file)
    passed += tally.passed
    failures.push(...tally.failures)
    if (!ok && tally.failures.length === 0) failures.push(`${title} ended with an error`)
  } catch {
    failures.push(`${title} ended without counting`)
  }
}

const checks = 'format, lint, types, arrows'
count(checks, run(checks, 'npm', ['run', '--silent', 'check']))

runTests('tests beside the files', [
  'vitest',
  'run',
  '--silent=passed-only',
  '--reporter=dot',
  '--reporter=./scripts/vitest-tally.ts',
])

const built = count('build', run('build', 'npm', ['run', '--silent', 'build']))
if (built) {
  const size = firstLoadSize(join('dist', 'web', 'assets'))
  const told = `first load: ${size.toFixed(1)} kB, at most ${largestFirstLoad} kB`
  console.log(told)
  count(told, size <= largestFirstLoad)
}
// On a machine that is slow or has other work to do performance says little: what is as slow as 75 is no noise.
if (built) runTests('Lighthouse', ['tsx', 'bench/lighthouse.ts', '--slow-machine', '75'])
// Prints its seed, which plays the same plan again (docs/truth-check.md).
runTests('truth check', ['tsx', 'bench/soak.ts', '--seconds', '60'])
if (built) {
  const reporters = '--reporter=list,./scripts/playwright-tally.ts'
  runTests('journeys in the browser', ['playwright', 'test', reporters], { CHROMIUM_PATH: findChromium() })
}

rmSync(folder, { recursive: true, force: true })
if (failures.length > 0) console.log(['', 'Failed:', ...failures].join('\n'))
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
