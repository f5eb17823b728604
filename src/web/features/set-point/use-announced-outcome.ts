import { useEffect, useRef } from 'react'
import type { Operation, Outcome } from '#contract/panel/operation.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { useAnnounce } from '../../ui/live-region.tsx'

function wordsOf({ outcome, failure }: Operation, { operations, failures }: Text): string {
  const word = operations.outcomes[outcome]
  return failure ? `${word}. ${failures[failure].what}` : word
}

const isUrgent = (outcome: Outcome) => outcome === 'notSent' || outcome === 'refused' || outcome === 'unknown'

/**
 * Says what becomes of an operation as it happens; what had already happened when the page was opened is not said.
 * @param about whose it is, where that is not plain; empty where it is.
 */
export function useAnnouncedOutcome(operation: Operation | undefined, isOwn: boolean, about: string): void {
  const text = useText()
  const announce = useAnnounce()
  const said = useRef('')
  useEffect(() => {
    if (!operation) return
    const now = `${operation.id} ${operation.outcome}`
    const isNews = isOwn || said.current.startsWith(`${operation.id} `)
    if (said.current !== now && isNews) {
      // Where it is told before the late words have come, to a page that was just opened, it is said as soon as they have.
      if (text.problems === null) return
      announce(
        text.setPoint.about([about, wordsOf(operation, text)]),
        isUrgent(operation.outcome) ? 'assertive' : 'polite',
      )
    }
    said.current = now
  }, [operation, isOwn, about, announce, text])
}
