import { isExactNumber } from '#contract/value/exact.ts'

/** A field and what is kept of it; an empty tree keeps it whole. */
type Kept = Map<string, Kept>

function keptOf(paths: string[]): Kept {
  const root: Kept = new Map()
  for (const path of paths) {
    let here = root
    for (const part of path.replaceAll('[*]', '.[*]').split('.').filter(Boolean)) {
      const below = here.get(part) ?? new Map()
      here.set(part, below)
      here = below
    }
  }
  return root
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)

function keep(value: unknown, kept: Kept): unknown {
  if (kept.size === 0) return value
  const each = kept.get('[*]')
  if (Array.isArray(value)) return each ? value.map((one) => keep(one, each)) : value
  if (!isRecord(value)) return value
  const any = kept.get('*')
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      const below = kept.get(name) ?? any
      return below ? [[name, keep(member, below)]] : []
    }),
  )
}

/** Drops from each record what no path names (§2.4): `.` goes down, `*` is any field, `[*]` each element of an array. */
export function project(records: unknown[], paths: string[] | null | undefined): unknown[] {
  if (!paths || paths.length === 0) return records
  const kept = keptOf(paths)
  return records.map((record) => keep(record, kept))
}
