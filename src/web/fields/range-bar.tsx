import { compare, fractionBetween } from '#contract/value/decimal.ts'
import { type ExactJson, ExactNumber, isExactNumber, jsonNumberPattern } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { useText } from '../text/text-context.ts'
import { unitText } from '../ui/unit-text.ts'
import { differenceOf } from './difference.ts'
import type { FieldDefinition } from './field-props.ts'
import styles from './range-bar.module.css'

interface RangeBarProps {
  id: string
  definition: FieldDefinition
  draft: string
  present: ExactJson | undefined
}

const percent = (fraction: number) => `${fraction * 100}%`

/** Where the value stands between its limits now and then, and how far it moves. Only drawn: nothing here can be dragged. */
export function RangeBar({ id, definition, draft, present }: RangeBarProps) {
  const { setPoint, locale } = useText()
  const { minimum, maximum, unit } = definition
  const next = jsonNumberPattern.test(draft) ? new ExactNumber(draft) : null
  const difference = differenceOf(present, next, unitText(unit), locale)
  const words =
    difference &&
    (difference.kind === 'same'
      ? setPoint.fields.same
      : setPoint.fields.difference(difference.amount, difference.percent))
  if (!minimum || !maximum) {
    return (
      <div id={id} className={styles.range}>
        <div className={`${styles.words} num`}>
          <span className={styles.difference}>{words}</span>
        </div>
      </div>
    )
  }
  const place = (value: string) => fractionBetween(value, minimum.value, maximum.value)
  const now = isExactNumber(present) ? place(present.value) : null
  const then = next && place(next.value)
  const isOutside = next && (compare(next.value, minimum.value) < 0 || compare(next.value, maximum.value) > 0)
  return (
    <div id={id} className={`${styles.range} ${isOutside ? styles.wrong : ''}`}>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.track} />
        {now !== null && then !== null && (
          <span
            className={styles.change}
            style={{
              insetInlineStart: percent(Math.min(now, then)),
              insetInlineEnd: percent(1 - Math.max(now, then)),
            }}
          />
        )}
        {now !== null && <span className={styles.now} style={{ insetInlineStart: percent(now) }} />}
        {then !== null && <span className={styles.new} style={{ insetInlineStart: percent(then) }} />}
      </div>
      <div className={`${styles.words} num`}>
        <span>{formatNumber(minimum.value, locale)}</span>
        <span className={styles.difference}>{words}</span>
        <span>
          {formatNumber(maximum.value, locale)} {unitText(unit)}
        </span>
      </div>
    </div>
  )
}
