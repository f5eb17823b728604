import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { idle } from './speed/rows/idle.ts'
import { instant } from './speed/rows/instant.ts'
import { proxy } from './speed/rows/proxy.ts'
import { queue } from './speed/rows/queue.ts'
import { stored } from './speed/rows/stored.ts'
import { type Row, runScenario, type Scenario } from './speed/scenario.ts'
import { asJson, asLines } from './speed/table.ts'

/*
 * `npm run bench`: how fast the built product is, as its users run it, beside a floor and a peer that run in the same
 * minutes on the same machine (docs/bench.md). `--quick` measures less of everything within 50 s, `--row` only some of
 * it (instant, queue, idle, stored, proxy; may be repeated), `--json` prints the table as an array, `--rounds` takes
 * more than three. Ends with 1 where a goal is missed.
 */

const scenarios: Record<string, Scenario> = { instant, queue, idle, stored, proxy }

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    row: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
  },
})
const scale = { rounds: Math.max(3, Number(values.rounds)), isQuick: values.quick }
const chosen = values.row ?? Object.keys(scenarios)
const unknown = chosen.filter((name) => !Object.hasOwn(scenarios, name))
if (unknown.length > 0)
  throw new Error(`--row is one of ${Object.keys(scenarios).join(', ')}, not ${unknown.join(', ')}`)

// What is said beside the table goes where it is in nobody's way who reads the table by program.
const note = (line: string): void => void process.stderr.write(`  ${line}\n`)

if (!process.env.SERVER) buildIfNeeded()
const rows: Row[] = []
for (const name of chosen) {
  const scenario = scenarios[name]
  if (!scenario) continue
  process.stderr.write(`${name}\n`)
  rows.push(...(await runScenario(name, scenario, scale, note)))
}

process.stdout.write(`${values.json ? asJson(rows) : asLines(rows).join('\n')}\n`)
process.exitCode = rows.every(({ met }) => met) ? 0 : 1
