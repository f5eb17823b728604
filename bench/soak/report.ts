import type { SoakResult } from './run-soak.ts'

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name}: ${count}`)
    .join(', ')

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`

/** What came out, in lines for people. */
export function reportOf(result: SoakResult): string[] {
  const { evidence, counts, violations, reasons, sends, kills, drove, longestQueue } = result
  const { operations, commands, outages, troubles, jumps, cancels, asked } = evidence
  const unknown = operations.filter(({ outcome }) => outcome === 'unknown').length
  const repeated = asked.filter(({ repeat, way }) => way === 'panel' && repeat !== 'once').length
  return [
    `${sends} sends asked for and ${cancels.length} cancels within ${Math.round(drove)} s, ${repeated} sends repeated on purpose`,
    `${kills} kills, ${outages.length} restarts (${listed(countOf(outages.map(({ program, signal }) => `${program} ${signal}`)))})`,
    `troubles of lines: ${listed(countOf(troubles.map(({ link, kind }) => `${link} ${kind}`)))}; ${jumps.length} jumps of clocks`,
    `operations ${operations.length}: ${listed(counts.outcomes)}`,
    `  ${listed(counts.failures)}`,
    `commands ${commands.length}, by state: ${listed(counts.states)}; devices: ${listed(counts.devices)}`,
    `longest queue seen: ${longestQueue}`,
    `unknown: ${unknown} of ${operations.length} operations, ${percent(unknown, operations.length)}; by the evidence that was lost:`,
    ...[...reasons].sort(([, a], [, b]) => b - a).map(([reason, count]) => `  ${count} × ${reason}`),
    `  verdicts on them: ${listed(counts.verdicts)}`,
    `${violations.length} violations`,
    ...[
      ...new Set(violations.map(({ claim, words }) => `${claim}: ${words.replace(/\d{19}/g, '…').split('\n', 1)[0]}`)),
    ]
      .slice(0, 30)
      .map((line) => `  ${line}`),
  ]
}

function countOf(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
