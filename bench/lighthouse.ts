import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { findChromium } from '../scripts/find-chromium.ts'
import { writeTally } from '../scripts/tally.ts'
import { start } from '../src/start.ts'

/*
 * `npm run lighthouse`: Lighthouse's marks of the built product as on a mobile: performance by its simulated throttling,
 * accessibility, best practices. Where one misses the goal, the page is measured twice more and the medians count: the
 * machine may be busy. Ends with 1 where a goal is missed. `WEB_DIR` measures another build than dist/web;
 * `--least-performance 75` is content with less, where the machine has other work to do.
 */

const { values } = parseArgs({ options: { 'least-performance': { type: 'string' } } })
const categories = ['performance', 'accessibility', 'best-practices'] as const
const goals: Marks = {
  performance: Number(values['least-performance'] ?? 95),
  accessibility: 95,
  'best-practices': 95,
}
const pages: [title: string, address: string][] = [
  ['control screen, device and point chosen', '/?asset=6Bt59ySj&point=WTG.ActPowerLimit'],
  ['operations page', '/operations'],
]

type Marks = Record<(typeof categories)[number], number>

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** A busy machine may lose the trace: then it is tried again. */
async function measured(url: string, port: number, tries = 3): ReturnType<typeof measure> {
  try {
    return await measure(url, port)
  } catch (error) {
    if (tries <= 1) throw error
    return measured(url, port, tries - 1)
  }
}

/** ms; the stream of changes never ends, so Lighthouse never sees the quiet that it waits for. */
const longestLoad = 10_000

/** @throws Error where the page could not be measured at all. */
async function measure(url: string, port: number): Promise<{ marks: Marks; missed: string[] }> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: [...categories],
    maxWaitForLoad: longestLoad,
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
    missed,
  }
}

const median = (marks: number[]): number => marks.toSorted((a, b) => a - b)[Math.floor(marks.length / 2)] ?? 0

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
const port = await freePort()
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
})
let passed = 0
const failures: string[] = []
try {
  for (const [title, address] of pages) {
    const runs = [await measured(running.url + address, port)]
    const isGood = ({ marks }: { marks: Marks }) => categories.every((name) => marks[name] >= goals[name])
    if (!runs.every(isGood)) for (let more = 0; more < 2; more++) runs.push(await measured(running.url + address, port))
    console.log(`\n${title}${runs.length > 1 ? `, medians of ${runs.length}` : ''}`)
    for (const name of categories) {
      const each = runs.map(({ marks }) => marks[name])
      const mark = median(each)
      const goal = goals[name]
      if (mark >= goal) passed++
      else failures.push(`Lighthouse, ${title}: ${name} ${mark}, at least ${goal}`)
      console.log(
        `${mark >= goal ? ' ' : '!'} ${String(mark).padStart(4)}  goal ${goal}  ${name}${runs.length > 1 ? `  (${each.join(', ')})` : ''}`,
      )
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
