import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { Text } from '../../text/en.ts'
import { changesOf, type PartChange } from './changes-of.ts'
import { cutText } from './cut-text.ts'
import { type Target, unitOf, valueText } from './target.ts'

/** So many parts are named; more of them would make no sentence. */
const mostParts = 3
/** So many characters are told; the body beside it has them all. */
const longest = 120

/** Old and new in words, without the unit. */
interface ChangeWords {
  /** null where the device has reported none. */
  before: string | null
  after: string
}

/**
 * Of a list or a struct only the parts that change, by name: previews of the whole are cut,
 * and two of them may look the same where the values are not.
 */
export function changeWords(
  target: Target,
  before: LatestValue | undefined,
  after: ExactJson,
  text: Text,
): ChangeWords {
  const whole = (value: ExactJson) => cutText(valueText(target, value, text), longest)
  const changes = before ? changesOf(target, before.value, after, text) : []
  if (changes.length === 0) {
    return { before: before ? whole(before.value) : null, after: whole(after) }
  }
  const { nothing } = text.setPoint
  const { part, parts, leftOut } = text.rareFields
  const all = (words: (change: PartChange) => string) =>
    cutText(
      parts(
        changes.slice(0, mostParts).map((change) => part(change.name, words(change))),
        Math.max(0, changes.length - mostParts),
      ),
      2 * longest,
    )
  return { before: all((change) => change.before ?? nothing), after: all((change) => change.after ?? leftOut) }
}

/** The words with the unit of the point, where it has one. */
export function withUnit(target: Target, words: string): string {
  const unit = unitOf(target)
  return unit === '' ? words : `${words} ${unit}`
}
