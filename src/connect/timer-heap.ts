/** A call that is due; it knows its place, so that it can be taken back at once. */
interface Entry {
  due: number
  wake: () => void
  place: number
}

/** Calls in the order in which they are due: the earliest is always at hand, however many there are. */
export function createTimerHeap() {
  const heap: Entry[] = []

  const put = (entry: Entry, place: number): void => {
    heap[place] = entry
    entry.place = place
  }

  function rise(entry: Entry): void {
    for (;;) {
      const place = (entry.place - 1) >> 1
      const above = heap[place]
      if (entry.place === 0 || above === undefined || above.due <= entry.due) return
      put(above, entry.place)
      put(entry, place)
    }
  }

  function sink(entry: Entry): void {
    for (;;) {
      const left = heap[2 * entry.place + 1]
      const right = heap[2 * entry.place + 2]
      const below = left && right ? (right.due < left.due ? right : left) : left
      if (below === undefined || below.due >= entry.due) return
      const { place } = below
      put(below, entry.place)
      put(entry, place)
    }
  }

  function remove(entry: Entry): void {
    if (heap[entry.place] !== entry) return
    const last = heap.pop()
    if (last === undefined || last === entry) return
    put(last, entry.place)
    rise(last)
    sink(last)
  }

  return {
    add: (due: number, wake: () => void): (() => void) => {
      const entry = { due, wake, place: heap.length }
      heap.push(entry)
      rise(entry)
      return () => remove(entry)
    },
    /** When the earliest is due; Infinity where there is none. */
    next: (): number => heap[0]?.due ?? Number.POSITIVE_INFINITY,
    /** Takes the earliest out. */
    take: (): (() => void) | undefined => {
      const [first] = heap
      if (first) remove(first)
      return first?.wake
    },
    size: (): number => heap.length,
  }
}
