import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Report } from '#contract/enos/reports-of.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { useText } from '../../text/text-context.ts'
import { clockText } from '../../ui/time-text.ts'
import type { Level } from './draw-marks.ts'
import type { Ladder } from './ladder.ts'
import type { Mark } from './marks-of.ts'
import styles from './plot.module.css'
import { onColourChange, plotColoursOf } from './plot-colours.ts'
import { plotDataOf } from './plot-data.ts'
import { type Drawn, plotOptionsOf } from './plot-options.ts'
import { useInSight } from './use-in-sight.ts'

interface PlotProps {
  reports: Report[]
  ladder: Ladder
  /** ms since the epoch. */
  from: number
  to: number
  marks: readonly Mark[]
  levels: readonly Level[]
  /** All that it shows, in words. */
  label: string
  /** The report that is pointed at; null for none. */
  onPoint: (index: number | null) => void
}

const minute = 60_000
const minuteText = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time)

/** Makes the plot as large as its place, and again when that changes. */
function createPlot(place: HTMLElement, drawn: () => Drawn): { plot: uPlot; stop: () => void } {
  const { fontFamily, fontSize } = getComputedStyle(place)
  // A plot in a pane that is put away has no size, until it is shown again.
  const size = () => ({ width: Math.max(1, place.clientWidth), height: Math.max(1, place.clientHeight) })
  const plot = new uPlot(
    plotOptionsOf({ ...size(), font: `${fontSize} ${fontFamily}`, fontSize: Number.parseFloat(fontSize) }, drawn),
    [[], [], []],
    place,
  )
  const observer = new ResizeObserver(() => plot.setSize(size()))
  observer.observe(place)
  const stop = () => {
    observer.disconnect()
    plot.destroy()
  }
  return { plot, stop }
}

/** Values over time. Times run from left to right in every language, as on every recorder. */
export function Plot({ reports, ladder, from, to, marks, levels, label, onPoint }: PlotProps) {
  const { locale } = useText()
  const place = useRef<HTMLDivElement>(null)
  const made = useRef<uPlot | null>(null)
  const drawn = useRef<Drawn | null>(null)
  const isInSight = useInSight(place)
  const data = useMemo(() => plotDataOf(reports, ladder, to), [reports, ladder, to])

  useLayoutEffect(() => {
    if (!place.current) return
    drawn.current = {
      ladder,
      levels,
      marks,
      colours: plotColoursOf(place.current),
      clockText: (time, step) => (step < minute ? clockText(time, locale) : minuteText(time, locale)),
      numberText: (number) => formatNumber(String(number), locale),
      onPoint,
    }
  }, [ladder, levels, marks, locale, onPoint])

  useLayoutEffect(() => {
    const element = place.current
    if (!element || !isInSight) return
    const { plot, stop } = createPlot(element, () => {
      if (!drawn.current) throw new Error('a plot is made after what it draws is known')
      return drawn.current
    })
    made.current = plot
    return () => {
      made.current = null
      stop()
    }
  }, [isInSight])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn besides the data is read while drawing.
  useLayoutEffect(() => {
    made.current?.batch((plot: uPlot) => {
      plot.setData(data, false)
      plot.setScale('x', { min: from, max: to })
    })
  }, [isInSight, data, from, to, marks, levels, locale])

  useEffect(
    () =>
      onColourChange(() => {
        if (place.current && drawn.current) drawn.current.colours = plotColoursOf(place.current)
        made.current?.redraw()
      }),
    [],
  )

  return <div ref={place} dir="ltr" role="img" aria-label={label} className={styles.plot} />
}
