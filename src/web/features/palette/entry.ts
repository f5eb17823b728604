import type { IconName } from '../../ui/icon.tsx'
import { matchText, type Span } from './match.ts'

/** The kinds in the order in which they are told. */
export const entryKinds = ['command', 'code', 'draft', 'recent', 'device', 'point', 'action', 'page'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Something that the palette leads to; none of them ever sends. */
export interface Entry {
  /** Its own among all. */
  id: string
  kind: EntryKind
  icon: IconName
  title: string
  /** Where it is or what else it is called; found by as well. */
  detail: string
  /** Found by them only where they are typed whole, letter by letter. */
  ids?: readonly string[]
  /** The key that does the same. */
  keys?: string | undefined
  /** Already found: by somebody who knows more than its words. */
  isFound?: boolean
  run: () => void
  /** Choosing it goes on to its points. */
  leadsToPoints?: boolean
}

/** An entry with what of it was found. */
export interface Found {
  entry: Entry
  score: number
  titleSpans: Span[]
  detailSpans: Span[]
}

/** Above every score of words. */
const idScore = 1000

/** How an entry answers to what was typed; null where it does not. */
export function findIn(entry: Entry, typed: string): Found | null {
  const { title, detail, ids = [], isFound = false } = entry
  const wanted = typed.trim()
  const isId = wanted !== '' && ids.includes(wanted)
  const inTitle = matchText(title, wanted)
  if (inTitle || isId || isFound) {
    return {
      entry,
      score: isId ? idScore : (inTitle?.score ?? 0),
      titleSpans: inTitle?.spans ?? [],
      detailSpans: inTitle ? [] : (matchText(detail, wanted)?.spans ?? []),
    }
  }
  // Words of both: "pump north" finds "Pump 3" of "Station North".
  const inBoth = matchText(`${title}\n${detail}`, wanted)
  if (!inBoth) return null
  const border = title.length + 1
  return {
    entry,
    score: inBoth.score / 2,
    titleSpans: inBoth.spans.filter(([, end]) => end < border),
    detailSpans: inBoth.spans
      .filter(([start]) => start >= border)
      .map(([start, end]) => [start - border, end - border] as const),
  }
}

/** Of each kind at most so many: who looks for more types more. */
export const mostOfAKind = 8
/** Where nothing but points is looked for. */
export const mostPoints = 100

export interface FoundKind {
  kind: EntryKind
  rows: Found[]
}

/**
 * What answers to what was typed: the kinds in their order, inside each the best first; with the number that was found
 * in all.
 */
export function findEntries(
  entries: readonly Entry[],
  typed: string,
  most = mostOfAKind,
): { kinds: FoundKind[]; count: number } {
  const found = entries.flatMap((entry) => findIn(entry, typed) ?? [])
  const kinds = entryKinds.map((kind) => ({
    kind,
    rows: found
      .filter(({ entry }) => entry.kind === kind)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most),
  }))
  // Who types an id means that one.
  const isMeant = ({ rows }: FoundKind) => rows.some(({ score }) => score >= idScore)
  const inOrder = kinds.toSorted((a, b) => Number(isMeant(b)) - Number(isMeant(a)))
  return { kinds: inOrder.filter(({ rows }) => rows.length > 0), count: found.length }
}
