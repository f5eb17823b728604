import type { Measurepoint } from '#contract/enos/thing-model.ts'

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const textOf = ({ identifier, name, dataType, desc }: Measurepoint) =>
  folded([identifier, name.defaultValue, ...Object.values(name.i18nValue), dataType, desc].join('\n'))

/**
 * Finds the points in which every word occurs: in the name in any language, the id, the type or the description. Their
 * texts are folded once, when something is first searched for: of 5,000 points that takes longer than a key press may.
 */
export function createPointSearch(points: Measurepoint[]): (search: string) => Measurepoint[] {
  let texts: string[] | undefined
  return (search) => {
    const words = folded(search).split(/\s+/).filter(Boolean)
    if (words.length === 0) return points
    texts ??= points.map(textOf)
    const all = texts
    return points.filter((_, index) => words.every((word) => all[index]?.includes(word)))
  }
}
