import type { Figure } from './read-figures.ts'

type Labels = Record<string, string>

/** Questions to the figures of one server. */
export function askFigures(figures: readonly Figure[]) {
  const holds = (labels: Labels, wanted: Labels) =>
    Object.entries(wanted).every(([name, text]) => labels[name] === text)
  const found = (name: string, wanted: Labels = {}): Figure[] =>
    figures.filter((figure) => figure.name === name && holds(figure.labels, wanted))
  const sum = (name: string, wanted?: Labels): number =>
    found(name, wanted).reduce((total, { value }) => total + value, 0)

  return {
    found,
    sum,
    /** The sum for each text of a label, in the order of the figures. */
    by(name: string, label: string): [text: string, sum: number][] {
      const texts = new Set(found(name).map(({ labels }) => labels[label] ?? ''))
      return [...texts].map((text) => [text, sum(name, { [label]: text })])
    },
    /**
     * Within how many seconds that part of what a histogram counted was over: the upper bound of its bucket, Infinity
     * beyond the last; null where nothing was counted.
     */
    within(name: string, part: number): number | null {
      const total = sum(`${name}_count`)
      if (total === 0) return null
      const bounds = new Map<number, number>()
      for (const { labels, value } of found(`${name}_bucket`)) {
        const bound = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le)
        bounds.set(bound, (bounds.get(bound) ?? 0) + value)
      }
      const sorted = [...bounds].sort(([one], [other]) => one - other)
      return sorted.find(([, count]) => count >= part * total)?.[0] ?? Number.POSITIVE_INFINITY
    },
  }
}
export type AskFigures = ReturnType<typeof askFigures>
