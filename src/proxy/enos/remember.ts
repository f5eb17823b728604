/**
 * Look-ups whose answers are remembered for `lifetime` ms, `most` of them; many askers at once make one.
 * One that failed is not remembered.
 */
export function remember<T>(lifetime: number, most: number, now: () => number) {
  const known = new Map<string, { time: number; answer: Promise<T> }>()

  return (key: string, lookUp: () => Promise<T>): Promise<T> => {
    const before = known.get(key)
    if (before && now() - before.time < lifetime) return before.answer
    const entry = { time: now(), answer: lookUp() }
    entry.answer.catch(() => {
      if (known.get(key) === entry) known.delete(key)
    })
    // What is looked up anew moves to the end; the oldest goes first.
    known.delete(key)
    known.set(key, entry)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return entry.answer
  }
}
