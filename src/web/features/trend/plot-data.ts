import type { AlignedData } from 'uplot'
import type { Report } from '#contract/enos/reports-of.ts'
import type { Ladder } from './ladder.ts'

/**
 * The reports as a line of steps, since a value holds until another is reported, and beside it the last of them carried
 * on to the end of the span: it is what is known, not what was reported. Times in ms since the epoch.
 */
export function plotDataOf(reports: readonly Report[], ladder: Ladder, to: number): AlignedData {
  const points = reports.flatMap(({ time, value }) => {
    const height = ladder.heightOf(value)
    return height === null ? [] : [{ time, height }]
  })
  const last = points.at(-1)
  const times = points.map(({ time }) => time)
  const heights: (number | null)[] = points.map(({ height }) => height)
  if (!last || last.time >= to) return [times, heights, heights.map(() => null)]
  const carried = heights.map((height, index) => (index === heights.length - 1 ? height : null))
  return [
    [...times, to],
    [...heights, null],
    [...carried, last.height],
  ]
}

/** Where the plot begins and ends upwards, so that all that is drawn in it is within. */
export function heightsFor(ladder: Ladder, heights: readonly (number | null | undefined)[]): [number, number] {
  if (ladder.rungs) return [-0.5, Math.max(0, ladder.rungs.length - 1) + 0.5]
  const known = heights.filter((height) => typeof height === 'number')
  if (known.length === 0) return [0, 1]
  // One by one: a span may hold more than a call takes arguments.
  const lowest = known.reduce((a, b) => Math.min(a, b))
  const highest = known.reduce((a, b) => Math.max(a, b))
  const margin = highest > lowest ? (highest - lowest) * 0.15 : Math.abs(highest) * 0.05 || 1
  return [lowest - margin, highest + margin]
}
