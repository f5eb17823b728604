import type { AnchorHTMLAttributes, Ref } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { PointClass } from '#contract/panel/role.ts'
import { useText } from '../../text/text-context.ts'
import { Chip } from '../../ui/chip.tsx'
import { ClassChip } from '../../ui/class-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { typeText } from '../../ui/type-text.ts'
import styles from './point-row.module.css'
import { PointValue } from './point-value.tsx'

interface PointRowProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  point: Measurepoint
  /** Of the device. */
  timezone: string
  latest: LatestValue | undefined
  /** False while it is not known what the device reported. */
  valuesKnown: boolean
  /** undefined while it is not known. */
  pointClass: PointClass | undefined
  href: string
  chosen: boolean
  ref?: Ref<HTMLAnchorElement>
}

/** One point to choose; a point that cannot be set is shown with the reason and leads nowhere. */
export function PointRow(props: PointRowProps) {
  const { point, timezone, latest, valuesKnown, pointClass, href, chosen, ...link } = props
  const { point: text, enosLocale } = useText()
  const inside = (
    <>
      <span className={styles.words}>
        <b className={styles.name}>{localText(point.name, enosLocale) || point.identifier}</b>
        <span className={`mono ${styles.id}`}>{point.identifier}</span>
      </span>
      <span className={styles.chips}>
        {!point.isWritable && (
          <Chip icon="lock" title={text.readOnlyWhy}>
            {text.readOnly}
          </Chip>
        )}
        {pointClass && pointClass !== 'routine' && <ClassChip pointClass={pointClass} />}
        <Chip className={styles.type}>{typeText(point)}</Chip>
      </span>
      <PointValue point={point} timezone={timezone} latest={latest} known={valuesKnown} />
    </>
  )
  if (!point.isWritable && !chosen) return <div className={`${styles.row} ${styles.readOnly}`}>{inside}</div>
  return (
    <Link {...link} href={href} className={styles.row} aria-current={chosen ? 'true' : undefined}>
      {inside}
    </Link>
  )
}
