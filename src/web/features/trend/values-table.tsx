import { useText } from '../../text/text-context.ts'
import { exactClockText, isSameDay, momentText } from '../../ui/time-text.ts'
import type { Shown } from './shown.ts'
import styles from './values-table.module.css'

interface ValuesTableProps {
  id?: string | undefined
  shown: Shown
  /** Rows at most; the newest stand first. */
  most: number
}

/** What was reported, digit by digit, for who does not see a plot or wants to know. */
export function ValuesTable({ id, shown, most }: ValuesTableProps) {
  const { trend: words, locale } = useText()
  const { point, from, to, reports, textOf } = shown
  const isOneDay = isSameDay(from, to)
  const rows = reports.slice(-most).reverse()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the keys.
    <section id={id} className={styles.place} aria-label={point} tabIndex={0}>
      <table className={styles.table}>
        {rows.length < reports.length && <caption>{words.newest(rows.length, reports.length)}</caption>}
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody className="num">
          {rows.map(({ time, value }) => (
            <tr key={time}>
              <td>
                <time dateTime={new Date(time).toISOString()}>
                  {isOneDay ? exactClockText(time, locale) : momentText(time, locale)}
                </time>
              </td>
              <td>{textOf(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
