import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { useNow } from '../../ui/use-now.ts'
import { sentenceOf } from './sentence-of.ts'

/** What came of it, in one sentence; counts down while it is waited for. */
export function useSentence(operation: Operation, place: number | undefined): string {
  const text = useText()
  const now = useNow(operation.endTime === null ? 1000 : 60_000)
  return sentenceOf(operation, text, now, place)
}
