import uPlot from 'uplot'
import { drawLevels, drawMarks, type Level, signSize } from './draw-marks.ts'
import type { Ladder } from './ladder.ts'
import type { Mark } from './marks-of.ts'
import type { PlotColours } from './plot-colours.ts'
import { heightsFor } from './plot-data.ts'

/** What a plot draws at this moment: it is made once, and asks for this each time it draws. */
export interface Drawn {
  ladder: Ladder
  levels: readonly Level[]
  marks: readonly Mark[]
  colours: PlotColours
  clockText(time: number, step: number): string
  numberText(number: number): string
  onPoint(index: number | null): void
}

/** CSS pixels between an axis and its words. */
const gap = 6
/** Where reports stand this far apart each gets a dot, CSS pixels. */
const dotRoom = 12

interface Sizes {
  width: number
  height: number
  /** Of the words at the axes, with their size. */
  font: string
  /** px of that size. */
  fontSize: number
}

/** As wide as the widest of its words. */
const widthFor =
  (font: string) =>
  (plot: uPlot, values: string[] | null): number => {
    plot.ctx.font = font
    const widest = (values ?? []).reduce((most, words) => Math.max(most, plot.ctx.measureText(words).width), 0)
    return Math.ceil(widest + gap + 2)
  }

/** CSS pixels between two reports. */
const spanned = (plot: uPlot, first: number, last: number): number => {
  const [start, end] = [plot.data[0][first], plot.data[0][last]]
  return start === undefined || end === undefined ? 0 : plot.valToPos(end, 'x') - plot.valToPos(start, 'x') + 1
}

export function plotOptionsOf({ width, height, font, fontSize }: Sizes, drawn: () => Drawn): uPlot.Options {
  const words = () => drawn().colours.text
  const grid = { stroke: () => drawn().colours.grid, width: 1 }
  const shared: uPlot.Axis = { stroke: words, font, gap, grid, ticks: { show: false } }
  const heightText = (value: number): string => {
    const { ladder, numberText } = drawn()
    return ladder.rungs ? (ladder.rungs[value] ?? '') : numberText(value)
  }
  return {
    width,
    height,
    ms: 1,
    // Above the plot there is room for the signs of its marks.
    padding: [() => (drawn().marks.length > 0 ? signSize + 4 : fontSize / 2), fontSize, 0, 0],
    legend: { show: false },
    cursor: {
      x: true,
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: { size: 9, width: 2, stroke: () => drawn().colours.line, fill: () => drawn().colours.surface },
    },
    scales: {
      x: { time: true },
      y: {
        range: (plot) => {
          const { ladder, levels } = drawn()
          return heightsFor(ladder, [...(plot.data[1] ?? []), ...levels.map((level) => level.height)])
        },
      },
    },
    axes: [
      {
        ...shared,
        grid: { show: false },
        size: Math.ceil(fontSize * 1.4 + gap),
        space: fontSize * 6,
        values: (_plot, times, _axis, _space, step) => times.map((time) => drawn().clockText(time, step)),
      },
      {
        ...shared,
        size: widthFor(font),
        space: fontSize * 2.6,
        splits: (_plot, _axis, lowest, highest, step) =>
          drawn().ladder.rungs?.map((_, height) => height) ?? evenSplits(lowest, highest, step),
        values: (_plot, heights) => heights.map(heightText),
      },
    ],
    series: [
      {},
      {
        stroke: () => drawn().colours.line,
        width: 2,
        paths: uPlot.paths.stepped?.({ align: 1 }),
        points: {
          show: (plot, _series, first, last) => (last - first) * dotRoom < spanned(plot, first, last),
          size: 5,
          width: 0,
          fill: () => drawn().colours.line,
        },
      },
      { stroke: () => drawn().colours.carried, width: 1.5, dash: [2, 4], points: { show: false } },
    ],
    hooks: {
      drawAxes: [(plot) => drawLevels(plot, drawn().levels, drawn().colours)],
      draw: [(plot) => drawMarks(plot, drawn().marks, drawn().colours)],
      setCursor: [
        ({ cursor, data }) => {
          const { idx } = cursor
          const isReport = typeof idx === 'number' && typeof data[1]?.[idx] === 'number'
          drawn().onPoint(isReport ? idx : null)
        },
      ],
    },
  }
}

/** Round heights from the lowest to the highest. */
function evenSplits(lowest: number, highest: number, step: number): number[] {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)))
  // A sum of steps is a little off in binary: 0.30000000000000004.
  const round = (height: number) => (digits > 20 ? height : Number(height.toFixed(digits)))
  const first = Math.ceil(lowest / step)
  const count = Math.floor(highest / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => round((first + index) * step))
}
