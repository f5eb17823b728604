/** A list with one element moved; as it was where that would leave the list. */
export function moved<T>(list: T[], from: number, to: number): T[] {
  const element = list[from]
  if (element === undefined || to < 0 || to >= list.length) return list
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, element)
}

/** A list after a paste into the element at `index`: an empty one is replaced, another one is kept before what is pasted. */
export const pastedInto = (list: string[], index: number, elements: string[]): string[] =>
  list[index] === '' ? list.toSpliced(index, 1, ...elements) : list.toSpliced(index + 1, 0, ...elements)
