/** At most two letters for a name: `Maria Lindqvist` → `ML`, `李伟` → `李伟`, nothing → `?`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const [first = '', ...rest] = words
  const last = rest.at(-1)
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toLocaleUpperCase() || '?'
}
