import type { LatestValue } from '#contract/enos/latest-value.ts'
import { useText } from '../../text/text-context.ts'
import { Age } from '../../ui/age.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from './present-value.module.css'
import { type Target, unitOf, valueText } from './target.ts'
import { staleAfter } from './warnings-of.ts'

interface PresentValueProps {
  target: Target
  latest: LatestValue | undefined
  /** Stands left of the box for the new value, with an arrow to it; else above it. */
  beside?: boolean
}

/** What the device reported last and how long ago: never what was asked of it. */
export function PresentValue({ target, latest, beside = false }: PresentValueProps) {
  const text = useText()
  const { setPoint } = text
  const now = useNow(60_000)
  const value = latest ? valueText(target, latest.value, text) : setPoint.noPresent
  const isStale = latest && now - latest.time >= staleAfter
  const age = latest ? <Age time={latest.time} className={styles.age} /> : setPoint.neverReported
  return (
    <div className={`${styles.now} ${beside ? styles.beside : ''} ${value.length > 24 ? styles.long : ''}`}>
      <div className={styles.label}>
        {setPoint.now}
        {!beside && <span className={styles.age}>{age}</span>}
        {isStale && (
          <Chip tone="wait" icon="clock" title={setPoint.staleHint}>
            {setPoint.stale}
          </Chip>
        )}
      </div>
      <div className={`${styles.value} num`}>
        <span>
          {value} {!beside && unitOf(target) && latest && <small className={styles.unit}>{unitOf(target)}</small>}
        </span>
        {beside && <span className={styles.age}>{age}</span>}
      </div>
      {beside && <Icon name="arrowRight" className={styles.arrow} />}
    </div>
  )
}
