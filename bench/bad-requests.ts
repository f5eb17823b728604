import { parseArgs } from 'node:util'
import { runBadRequests } from './bad-requests/run.ts'

/*
 * `npm run bad-requests`: 100,000 generated bad requests to each door – the proxy, connect's API, connect's broker – and
 * what became of it. `--count` of each, `--seed` to repeat a run.
 */

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 200), at + 200)

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } })
const run = { count: Number(values.count ?? 100_000), seed: Number(values.seed ?? Date.now() % 1_000_000) }
const { results, before, after } = await runBadRequests(run)

console.log(`seed ${run.seed}`)
for (const { door, sent, answers, wrong, isAlive, memory } of results) {
  const counts = Object.entries(answers).map(([status, count]) => `${status}: ${count}`)
  console.log(
    `${door.padEnd(14)} ${sent} sent, ${wrong.length} wrong, ${isAlive ? 'alive' : 'DEAD'}, ${memory.join(' → ')} MB`,
  )
  console.log(`${' '.repeat(15)}${counts.join(', ')}`)
  for (const line of wrong.slice(0, 5)) console.log(`${' '.repeat(15)}${line}`)
}
const isSame = before === after
const at = [...before].findIndex((letter, index) => letter !== after[index])
console.log(isSame ? 'state unchanged' : `STATE CHANGED\n${around(before, at)}\n${around(after, at)}`)
process.exitCode = isSame && results.every(({ wrong, isAlive }) => isAlive && wrong.length === 0) ? 0 : 1
