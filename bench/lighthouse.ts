import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { findChromium } from '../scripts/find-chromium.ts'
import { freePorts } from '../scripts/free-ports.ts'
import { writeTally } from '../scripts/tally.ts'
import { start } from '../src/start.ts'

/*
 * `npm run lighthouse`: Lighthouse's marks of the built product as on a mobile: performance by its simulated throttling,
 * accessibility, best practices. Where one misses the goal, the page is measured again, up to five times in all, and the
 * best mark counts, as in Lighthouse's own CI: other work on the machine only takes marks away. Ends with 1 where a goal
 * is missed. `WEB_DIR` measures another build than dist/web; `--slow-machine 75` is content with that performance where
 * Lighthouse finds the machine itself too slow to judge by.
 */

const { values } = parseArgs({ options: { 'slow-machine': { type: 'string' } } })
const categories = ['performance', 'accessibility', 'best-practices'] as const
const goal = 95
const mostRuns = 5
/** Where other work took the mark below what `--slow-machine` is content with, it may be over the next time. */
const mostRunsBesideWork = 8
/**
 * Lighthouse's index of how fast the machine is, below which its simulation makes four times slower of what was slow to
 * begin with. Two quiet cores on which the goal is reached have 2,650 to 2,900; beside other work they had 170 to 2,300.
 */
const fairIndex = 2500
/** Below it in every run, nothing that took its time on this machine says anything of the page: performance is told, not judged. */
const leastIndex = 600
const pages: [title: string, address: string][] = [
  ['control screen, device and point chosen', '/?asset=6Bt59ySj&point=WTG.ActPowerLimit'],
  ['operations page', '/operations'],
]

type Marks = Record<(typeof categories)[number], number>

/** A busy machine may lose the trace: then it is tried again. */
async function measured(url: string, port: number, longestLoad = shortestLoad): ReturnType<typeof measure> {
  try {
    return await measure(url, port, longestLoad)
  } catch (error) {
    if (longestLoad >= 8 * shortestLoad) throw error
    return measured(url, port, 2 * longestLoad)
  }
}

/**
 * ms; the stream of changes never ends, so Lighthouse never sees the quiet that it waits for. On a machine that has drawn
 * nothing until then it waits twice as long the next time.
 */
const shortestLoad = 10_000

/** @throws Error where the page could not be measured at all. */
async function measure(
  url: string,
  port: number,
  maxWaitForLoad: number,
): Promise<{ marks: Marks; index: number; missed: string[] }> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: [...categories],
    maxWaitForLoad,
  })
  if (!result || result.lhr.runtimeError)
    throw new Error(result?.lhr.runtimeError?.message ?? 'Lighthouse gave nothing')
  const { lhr } = result
  const scoreOf = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100)
  const missed = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode !== 'informative' && score !== null && score < 0.9)
    .map(({ id, displayValue, score }) =>
      [id, `${Math.round((score ?? 0) * 100)}`, displayValue ?? ''].join(' ').trim(),
    )
  return {
    marks: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    },
    index: Math.round(lhr.environment.benchmarkIndex),
    missed,
  }
}

if (!process.env.WEB_DIR) buildIfNeeded()
const folder = mkdtempSync(join(tmpdir(), 'setpoint-lighthouse-'))
const running = await start({
  ...process.env,
  PROXY_PORT: '0',
  CONNECT_PORT: '0',
  MQTT_PORT: '0',
  DATA_DIR: folder,
  LOG_LEVEL: 'error',
})
const [port = 0] = await freePorts(1)
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
})
let passed = 0
const failures: string[] = []
try {
  for (const [title, address] of pages) {
    const runs = [await measured(running.url + address, port)]
    const bestOf = (name: keyof Marks) => Math.max(...runs.map(({ marks }) => marks[name]))
    const slow = Number(values['slow-machine'] ?? goal)
    const indexes = () => runs.map((run) => run.index)
    // Other work comes and goes: of a machine that was slow in one of the runs nobody knows how fast it was in the others.
    const isFair = () => Math.min(...indexes()) >= fairIndex
    const isEnough = () => runs.length >= (isFair() || bestOf('performance') >= slow ? mostRuns : mostRunsBesideWork)
    while (!isEnough() && !categories.every((name) => bestOf(name) >= goal)) {
      runs.push(await measured(running.url + address, port))
    }
    const floor = Math.max(...indexes()) < leastIndex ? 0 : slow
    console.log(
      `\n${title}${runs.length > 1 ? `, best of ${runs.length}` : ''}; the machine's index ${indexes().join(', ')}`,
    )
    for (const name of categories) {
      const mark = bestOf(name)
      const isJudged = name !== 'performance' || values['slow-machine'] === undefined || isFair()
      const least = isJudged ? goal : floor
      if (mark >= least) passed++
      else failures.push(`Lighthouse, ${title}: ${name} ${mark}, at least ${least}`)
      const each = runs.length > 1 ? `  (${runs.map(({ marks }) => marks[name]).join(', ')})` : ''
      const note = mark < goal && mark >= least ? `  this machine is too slow to judge by: at least ${least}` : ''
      console.log(`${mark >= goal ? ' ' : '!'} ${String(mark).padStart(4)}  goal ${goal}  ${name}${each}${note}`)
    }
    for (const line of runs[0]?.missed ?? []) console.log(`          ${line}`)
  }
} finally {
  await browser.close()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}
writeTally({ passed, failures })
process.exit(failures.length === 0 ? 0 : 1)
