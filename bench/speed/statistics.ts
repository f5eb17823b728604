/** The middle one, or of an even number the lower of the two; NaN of none. */
export const median = (numbers: number[]): number => quantile(numbers, 0.5)

/** @param share 0.99 for p99. */
export function quantile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** How evenly something is shared: 1 where all have the same, 1/n where one has all (Jain, 1984). */
export function jainIndex(shares: number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0)
  const squares = shares.reduce((total, share) => total + share * share, 0)
  return squares === 0 ? 1 : (sum * sum) / (shares.length * squares)
}
