import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { secondsText } from '../../ui/seconds-text.ts'
import type { Certainty, Forecast, ForecastKind } from './forecast.ts'
import styles from './forecast-line.module.css'
import { forecastWords } from './forecast-words.ts'
import type { Sending } from './sending-of.ts'
import type { Target } from './target.ts'
import { useForecast } from './use-forecast.ts'

/** What the review warns of in its own words. */
const warnedInReview: ForecastKind[] = ['inactiveNow', 'disabledNow', 'offlineNow', 'keptInactive', 'keptDisabled']

const marks: Record<Certainty, IconName> = { will: 'warning', likely: 'info', unknown: 'question' }

/** A good end is no warning, nor is waiting. */
const markOf = ({ certainty, end }: Forecast): IconName =>
  end === 'queued' || end === 'waits' ? 'clock' : end === 'done' ? 'check' : marks[certainty]

export interface ForecastLineProps {
  target: Target
  sending: Sending
  /** Takes what is suggested, in seconds; without it nothing is, and what the review says itself is left out. */
  onTimeout?: (seconds: string) => void
}

/** What is to be expected of a send and how sure that is, in a line; it never keeps anybody from sending. */
export function ForecastLine({ target, sending, onTimeout }: ForecastLineProps) {
  const text = useText()
  const words = text.sending.forecast
  const known = useForecast(target, sending)
  if (!known || (!onTimeout && warnedInReview.includes(known.forecast.kind))) return null
  const { forecast, facts } = known
  const { certainty, betterTimeout } = forecast
  const isBad = certainty === 'will' && markOf(forecast) === 'warning'
  return (
    <div role="note" aria-label={words.title} className={`${styles.forecast} ${isBad ? styles.bad : ''}`}>
      <Icon name={markOf(forecast)} />
      <p>
        <span className={styles.certainty}>{words.certainty[certainty]}</span>{' '}
        <span className="num">{forecastWords(forecast, facts, text)}</span>
      </p>
      {onTimeout && betterTimeout !== null && (
        <Button className={styles.use} onClick={() => onTimeout(String(betterTimeout))}>
          {words.waitInstead(secondsText(betterTimeout, text))}
        </Button>
      )}
    </div>
  )
}
