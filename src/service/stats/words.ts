/** `3 d 4 h`, `2 h 5 min`, `12 s`; of seconds. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const units = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor((whole % 86_400) / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ] as const
  const first = units.findIndex(([count]) => count > 0)
  if (first < 0) return '0 s'
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}

/** `2.5 ms`, `1 s`, `over 60 s`; of seconds by the bounds of a histogram, the last of which is given. */
export function latency(seconds: number, longest: number): string {
  if (!Number.isFinite(seconds)) return `over ${latency(longest, longest)}`
  if (seconds < 1) return `${Number((seconds * 1000).toPrecision(3))} ms`
  return seconds < 120 ? `${Number(seconds.toPrecision(3))} s` : duration(seconds)
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`

/** `done 12, unknown 1`: those that are not 0, or all of them where all are. */
export function counted(counts: readonly (readonly [word: string, count: number])[]): string {
  const some = counts.filter(([, count]) => count > 0)
  return (some.length > 0 ? some : counts).map(([word, count]) => `${word} ${count}`).join(', ')
}
