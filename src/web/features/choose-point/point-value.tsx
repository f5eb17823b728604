import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { isExactNumber } from '#contract/value/exact.ts'
import { useText } from '../../text/text-context.ts'
import { Age } from '../../ui/age.tsx'
import { Icon } from '../../ui/icon.tsx'
import { unitText } from '../../ui/unit-text.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './point-value.module.css'
import { valueText } from './value-text.ts'

/** ms after which a value is marked as old. */
const staleAfter = 300_000

/** Characters, with the unit, beyond which a value is set smaller and may take a second line. */
const long = 14

/** 0 is good; 1 … 9 are the device's own reasons for doubt (§5.3). Absent on most points. */
const doubtOf = ({ quality }: LatestValue): string => {
  const text = isExactNumber(quality) ? quality.value : typeof quality === 'string' ? quality : ''
  return text === '0' ? '' : text
}

interface PointValueProps {
  point: Measurepoint
  /** Of the device. */
  timezone: string
  latest: LatestValue | undefined
  /** False while it is not known what the device reported. */
  known: boolean
}

/** What the device last reported for a point, with its unit and its age. */
export function PointValue({ point, timezone, latest, known }: PointValueProps) {
  const text = useText()
  const stale = useNow(10_000) - (latest?.time ?? 0) > staleAfter
  if (!latest && !known)
    return (
      <span key="unknown" className={styles.none}>
        –
      </span>
    )
  if (!latest) {
    return (
      <span className={styles.value}>
        <span className={styles.none}>{text.point.noValue}</span>
        <small className={styles.age}>{text.point.neverReported}</small>
      </span>
    )
  }
  const shown = valueText(latest.value, point, timezone, text)
  const type = dataTypeOf(point)
  // How many there are has no unit.
  const unit = type.count?.(latest.value) == null ? unitText(point.unit) : ''
  const isShort = shown.length + unit.length <= long
  const doubt = doubtOf(latest)
  // An instant in full takes three lines, of which the last is its zone.
  const isNumber = isExactNumber(latest.value) && type.control !== 'timestamp'
  const look = isShort ? styles.text : isNumber ? styles.long : styles.words
  // Its own, and no other one moved.
  return (
    <span key="value" className={styles.value}>
      <span className={`num ${look}`} title={shown}>
        {shown} {unit && <small className={styles.unit}>{unit}</small>}
      </span>
      <small className={styles.age}>
        {doubt && (
          <span className={styles.doubt} title={text.point.badQualityWhy}>
            <Icon name="warning" /> {text.point.badQuality(doubt)}
          </span>
        )}
        {stale && <Icon name="history" label={text.point.stale} />}
        <Age time={latest.time} />
      </small>
    </span>
  )
}
