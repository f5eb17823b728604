/** From and up to this character of the text that was matched. */
export type Span = readonly [start: number, end: number]

export interface Match {
  /** The higher the better. */
  score: number
  /** What of the text was matched, in its order, nowhere overlapping. */
  spans: Span[]
}

/** Each character by itself, so that places in the folded text are places in the text: case and accents aside. */
const folded = (text: string): string[] =>
  [...text].flatMap((character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return Array.from({ length: character.length }, (_, index) => plain[index] ?? '')
  })

const isWordStart = (text: readonly string[], at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')

function substring(text: readonly string[], word: readonly string[]): Match | null {
  let best: Match | null = null
  for (let at = 0; at + word.length <= text.length; at++) {
    if (!word.every((character, index) => text[at + index] === character)) continue
    const score = at === 0 ? 100 : isWordStart(text, at) ? 80 : 50
    if (!best || score > best.score) best = { score, spans: [[at, at + word.length]] }
  }
  return best
}

/** Fewer letters would be found nearly everywhere. */
const leastForGaps = 3

/** The letters in their order with gaps, the first at the beginning of a word: `apl` in "Active power limit". */
function withGaps(text: readonly string[], word: readonly string[]): Match | null {
  if (word.length < leastForGaps) return null
  for (let start = 0; start < text.length; start++) {
    if (text[start] !== word[0] || !isWordStart(text, start)) continue
    const places = [start]
    for (const letter of word.slice(1)) {
      const after = (places.at(-1) ?? 0) + 1
      // The next letter of the same run, else the beginning of a later word: anything else would be found by chance.
      const next =
        text[after] === letter ? after : text.findIndex((c, at) => at > after && c === letter && isWordStart(text, at))
      if (next < 0) break
      places.push(next)
    }
    if (places.length === word.length) return { score: 20, spans: places.map((at) => [at, at + 1] as const) }
  }
  return null
}

/** Spans in their order; those that touch become one. */
function joined(spans: readonly Span[]): Span[] {
  const joint: [number, number][] = []
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joint.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joint.push([start, end])
  }
  return joint
}

/** The words that were typed. */
export const wordsOf = (typed: string): string[] => typed.trim().split(/\s+/).filter(Boolean)

/**
 * How a name answers to what was typed: every word must be found, as it is or letter by letter at the beginnings of
 * words. null where one is not.
 */
export function matchText(text: string, typed: string): Match | null {
  const characters = folded(text)
  const matches = wordsOf(typed).map((word) => {
    const wanted = folded(word).filter(Boolean)
    return substring(characters, wanted) ?? withGaps(characters, wanted)
  })
  const found = matches.filter((match) => match !== null)
  if (found.length < matches.length) return null
  const score = found.reduce((sum, match) => sum + match.score, 0) / Math.max(found.length, 1)
  // Of two that match alike the shorter name is the closer one.
  return { score: score - Math.min(text.length, 90) / 10, spans: joined(found.flatMap(({ spans }) => spans)) }
}
