import { type ReactNode, useCallback, useId, useState } from 'react'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { exactClockText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Level } from './draw-marks.ts'
import type { Ladder } from './ladder.ts'
import { MarkList } from './mark-list.tsx'
import type { Mark } from './marks-of.ts'
import { Plot } from './plot.tsx'
import { mostReports } from './reports-query.ts'
import type { Shown } from './shown.ts'
import { toldOf } from './told-of.ts'
import styles from './trend-view.module.css'
import type { Reports } from './use-reports.ts'
import { ValuesTable } from './values-table.tsx'

interface TrendViewProps {
  shown: Shown
  /** null: the values have no heights, and are listed. */
  ladder: Ladder | null
  marks: readonly Mark[]
  levels: readonly Level[]
  given: Reports
  size: 'small' | 'large'
  /** Stands above the plot, with the button for the table; without it that button stands below. */
  title?: ReactNode
}

/** Rows of the table on demand, and of the list that stands for a plot. */
const mostRows = 200
const mostListed = 20

/** What is to be said of what is seen; empty where it speaks for itself. */
function noteOf({ state, isCut }: Reports, words: Text['trend']): string {
  switch (state) {
    case 'notGiven':
      return words.notGivenSeen
    case 'failed':
      return words.failedSeen
    case 'slow':
      return words.slow
    default:
      return isCut ? words.cut(mostReports) : ''
  }
}

/** What stands where nothing can be drawn. */
function Nothing({ given: { state, retry } }: { given: Reports }) {
  const { trend: words, shell } = useText()
  if (state === 'loading' || state === 'slow') {
    return (
      <div role="status" className={`${styles.nothing} ${styles.loading}`}>
        {state === 'slow' ? words.slow : words.loading}
      </div>
    )
  }
  return (
    <div className={styles.nothing}>
      {state === 'notGiven' ? words.notGiven : state === 'failed' ? words.failed : words.empty}
      {state === 'failed' && (
        <Button icon="retry" onClick={retry}>
          {shell.connection.tryAgain}
        </Button>
      )}
    </div>
  )
}

/** Reported values as a plot, or as a list where they have no heights; the same in a table on demand. */
export function TrendView({ shown, ladder, marks, levels, given, size, title }: TrendViewProps) {
  const text = useText()
  const { trend: words, locale } = text
  const now = useNow(60_000)
  const tableId = useId()
  const [isTable, setTable] = useState(false)
  const [pointed, setPointed] = useState<number | null>(null)
  const point = useCallback((index: number | null) => setPointed(index), [])
  const { reports, textOf } = shown
  const report = pointed === null ? undefined : reports[pointed]
  const note = reports.length > 0 ? noteOf(given, words) : ''
  const toggle = ladder && reports.length > 0 && (
    <Button
      kind="quiet"
      className={styles.toggle}
      aria-expanded={isTable}
      aria-controls={isTable ? tableId : undefined}
      onClick={() => setTable(!isTable)}
    >
      {isTable ? words.hideValues : words.showValues}
    </Button>
  )
  return (
    <div className={`${styles.view} ${styles[size]}`}>
      {title && (
        <div className={styles.head}>
          {title}
          {toggle}
        </div>
      )}
      <div className={styles.plot}>
        {reports.length === 0 ? (
          <Nothing given={given} />
        ) : ladder ? (
          <Plot
            {...{ reports, ladder, marks, levels }}
            from={shown.from}
            to={shown.to}
            label={toldOf(shown, now, text)}
            onPoint={point}
          />
        ) : (
          <ValuesTable shown={shown} most={mostListed} />
        )}
        {report && (
          <div aria-hidden="true" className={`${styles.pointed} num`}>
            {exactClockText(report.time, locale)} · {textOf(report.value)}
          </div>
        )}
      </div>
      <div className={styles.foot}>
        <MarkList marks={marks} levels={levels} />
        {!title && toggle}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {ladder && isTable && <ValuesTable id={tableId} shown={shown} most={mostRows} />}
    </div>
  )
}
