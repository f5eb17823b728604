import { piecesOf, type Wording } from './pieces-of.ts'

interface WordedProps {
  words: Wording
  /** As it is recorded; the wording's own without. */
  sentence?: string
}

/**
 * A sentence in which names and values are isolated: one that is written from right to left does not tear the rest,
 * nor does the rest tear it. The text stays as it is; no character is added to it.
 */
export const Worded = ({ words, sentence }: WordedProps) =>
  piecesOf(words, sentence).map(({ text, kind }, index) => {
    if (kind === null) return text
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never move.
    return <bdi key={index}>{kind === 'strong' ? <strong>{text}</strong> : text}</bdi>
  })
