import { useMemo } from 'react'
import type { Text } from '../text/en.ts'
import { useText } from '../text/text-context.ts'
import { agePartsOf } from './age-parts.ts'
import { useNow } from './use-now.ts'

/** A span in words, e.g. `14 min`. */
export function spanText(milliseconds: number, words: Text['shell']['age']): string {
  const { unit, count } = agePartsOf(milliseconds)
  return words[unit](count)
}

/** An age in words, e.g. `2 s ago`. */
export const ageText = (milliseconds: number, words: Text['shell']['age']): string =>
  milliseconds < 1000 ? words.now : words.ago(spanText(milliseconds, words))

interface AgeProps {
  /** ms since the epoch; 0 is never. */
  time: number
  /** Only the span, for sentences such as "offline 14 min". */
  bare?: boolean
  className?: string | undefined
}

/** How long ago something was, ticking; the exact time is in its title. Nobody is told of each second, wherever it stands. */
export function Age({ time, bare = false, className }: AgeProps) {
  const { shell, locale } = useText()
  const now = useNow()
  // Not at each tick: it takes longer than all the rest.
  const title = useMemo(
    () => new Date(time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'long' }),
    [time, locale],
  )
  if (time === 0) return <span className={className}>{shell.age.never}</span>
  const words = bare ? spanText(now - time, shell.age) : ageText(now - time, shell.age)
  return (
    <time aria-live="off" className={className} dateTime={new Date(time).toISOString()} title={title}>
      {words}
    </time>
  )
}
