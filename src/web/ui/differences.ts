/** Letters that are taken for one another; digits are compared by their runs. */
const twins: Record<string, string> = {
  I: 'l',
  '|': 'l',
  i: 'l',
  О: 'O',
  о: 'o',
  А: 'A',
  а: 'a',
  Е: 'E',
  е: 'e',
  В: 'B',
  Р: 'P',
  С: 'C',
}

const folded = (token: string): string => (/\d/.test(token) ? '#' : (twins[token] ?? token))

/** Where `a` differs from `b` between the same beginning and the same end: [from, to) in `a`, and how long that is in `b`. */
function between(a: string, b: string): { from: number; to: number; other: number } {
  const shorter = Math.min(a.length, b.length)
  let from = 0
  while (from < shorter && a[from] === b[from]) from++
  let tail = 0
  while (tail < shorter - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return { from, to: a.length - tail, other: b.length - tail - from }
}

/** Indexes at which a name differs from one that is easily taken for it; none where nobody would. */
function differing(a: string, b: string): number[] {
  if (a === b) return []
  const { from, to, other } = between(a, b)
  if (to - from <= 1 && other <= 1) return to > from && a.length > 2 ? [from] : []
  const [own, its] = [a.match(/\d+|\D/g) ?? [], b.match(/\d+|\D/g) ?? []]
  if (own.length !== its.length || own.some((token, index) => folded(token) !== folded(its[index] ?? ''))) return []
  let at = 0
  return own.flatMap((token, index) => {
    const start = at
    at += token.length
    const twin = its[index] ?? ''
    return [...token].flatMap((letter, place) =>
      token.length !== twin.length || letter !== twin[place] ? [start + place] : [],
    )
  })
}

/**
 * A name in parts, those marked in which it differs from names near it that look alike: by one character, by digits
 * only, or by letters that are taken for one another.
 */
export function markedParts(name: string, near: readonly string[]): { text: string; differs: boolean }[] {
  const marks = new Set(near.flatMap((other) => differing(name, other)))
  const parts: { text: string; differs: boolean }[] = []
  for (let index = 0; index < name.length; index++) {
    const differs = marks.has(index)
    const last = parts.at(-1)
    if (last?.differs === differs) last.text += name[index]
    else parts.push({ text: name[index] ?? '', differs })
  }
  return parts
}
