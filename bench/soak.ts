import { parseArgs } from 'node:util'
import { failureLine, writeTally } from '../scripts/tally.ts'
import { reportOf } from './soak/report.ts'
import { runSoak } from './soak/run-soak.ts'
import { claims } from './soak/truth/claim.ts'

/*
 * `npm run soak`: the truth check (docs/truth-check.md). Ends with 1 where a claim does not hold.
 * `--kills`, `--commands`, `--minutes`: the drive ends when both numbers are reached, or its time is over.
 * `--seconds 60`: the short cut, which takes about so long in all; on a busy machine the end takes longer. `--seed`: the same plan again.
 */

const number = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    kills: number,
    commands: number,
    minutes: number,
    seconds: number,
    seed: number,
    workers: number,
    show: number,
  },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const seconds = values.seconds === undefined ? null : Number(values.seconds)
const minutes = Number(values.minutes ?? 60)
const kills = seconds === null ? Number(values.kills ?? 200) : Number.POSITIVE_INFINITY
/** Seconds that the end of a short run takes: what is open ends, programs are built, logs are read. */
const ending = 32

/** A device's models are long, and in the fleet's file. */
const short = (name: string, value: unknown): unknown =>
  name === 'points' || name === 'commandName' ? undefined : value

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

console.log(`seed ${seed}`)
const result = await runSoak({
  seed,
  kills,
  commands: seconds === null ? Number(values.commands ?? 50_000) : Number.POSITIVE_INFINITY,
  seconds: seconds === null ? minutes * 60 : Math.max(5, seconds - ending),
  workers: Number(values.workers ?? 40),
  // Somewhat more than a third of the disturbances are kills.
  pace: seconds === null ? Math.min(2000, (minutes * 60_000 * 0.3) / kills) : 1500,
  // A bound: a machine that has other work to do takes longer to bring everything to its end, which says nothing of the claims.
  drain: 90,
  say: (line) => console.log(line),
})
for (const line of reportOf(result)) console.log(line)
for (const violation of result.violations.slice(0, Number(values.show ?? 5))) {
  console.log(`\n${violation.claim}: ${violation.words}\n${JSON.stringify(violation.about, short, 1)}`)
}
if (result.violations.length === 0) result.remove()
else console.log(`\nthe logs are in ${result.folder}; npm run soak -- --seed ${seed} repeats the plan`)
const broken = new Map(
  result.violations.map(({ claim, words }) => [claim, failureLine(`truth check, seed ${seed}, ${claim}`, words)]),
)
writeTally({ passed: Object.keys(claims).length - broken.size, failures: [...broken.values()] })
process.exitCode = result.violations.length === 0 ? 0 : 1
