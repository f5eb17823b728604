import type uPlot from 'uplot'
import type { Mark } from './marks-of.ts'
import type { PlotColours } from './plot-colours.ts'

/** A height that a plot points out by a line across it. */
export interface Level {
  height: number
  name: string
  /** The value with its unit. */
  value: string
}

/** CSS pixels. */
export const signSize = 14
const dash = [4, 4]

/** The line across at each level, below the values. */
export function drawLevels(plot: uPlot, levels: readonly Level[], { level: colour }: PlotColours): void {
  const { ctx, bbox } = plot
  const ratio = devicePixelRatio
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5 * ratio
  ctx.setLineDash(dash.map((length) => length * ratio))
  for (const { height } of levels) {
    const y = plot.valToPos(height, 'y', true)
    if (y < bbox.top || y > bbox.top + bbox.height) continue
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
  }
  ctx.restore()
}

/** A line upright at each mark, with its sign above the plot; signs that would cover each other stand side by side. */
export function drawMarks(plot: uPlot, marks: readonly Mark[], colours: PlotColours): void {
  const { ctx, bbox } = plot
  const ratio = devicePixelRatio
  let free = Number.NEGATIVE_INFINITY
  ctx.save()
  ctx.font = `${signSize * ratio}px sans-serif`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'bottom'
  ctx.lineWidth = ratio
  ctx.setLineDash([])
  for (const { time, sign, tone } of marks) {
    const x = plot.valToPos(time, 'x', true)
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    ctx.strokeStyle = colours[tone]
    ctx.fillStyle = colours[tone]
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    const place = Math.max(x, free)
    free = place + (signSize + 2) * ratio
    ctx.fillText(sign, place, bbox.top)
  }
  ctx.restore()
}
