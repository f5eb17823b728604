import type { Measurepoint } from '#contract/enos/thing-model.ts'

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const textOf = ({ identifier, name, dataType, desc }: Measurepoint) =>
  folded([identifier, name.defaultValue, ...Object.values(name.i18nValue), dataType, desc].join('\n'))

/** The points in which every word occurs: in the name in any language, the id, the type or the description. */
export function searchPoints(points: Measurepoint[], search: string): Measurepoint[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  return points.filter((point) => {
    const text = textOf(point)
    return words.every((word) => text.includes(word))
  })
}
