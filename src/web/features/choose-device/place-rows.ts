import { type Level, type Place, type PlaceName, placeId } from './large-fleet-queries.ts'
import type { ListRow } from './list-rows.ts'

/** What has been read of a place: its pages so far, and how the next one does. */
export interface OpenPlace {
  pages: Level[]
  /** Asks for the next page; null while one is on its way. */
  onMore: (() => void) | null
  error: Error | null
  retry: () => void
}

/** `WTG-2` before `WTG-10`, on each page for itself: what is there does not move when more comes. */
const sorted = <T>(items: T[], nameOf: (item: T) => string, locale: string): T[] => {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return items.toSorted((a, b) => compare(nameOf(a), nameOf(b)))
}

/** The rows of a tree that is read level by level. A place inside itself is not opened again. */
export function placeRows(
  names: PlaceName[],
  opened: (place: Place) => OpenPlace | null,
  options: { locale: string; deviceName: (device: Level['devices'][number]) => string },
  above: readonly string[] = [],
): ListRow[] {
  const { locale, deviceName } = options
  const depth = above.length
  return sorted(names, ({ name }) => name, locale).flatMap(({ place, name }): ListRow[] => {
    const id = placeId(place)
    if (above.includes(id)) return []
    const open = opened(place)
    const path = [...above, id]
    const group = { id, name, count: null }
    const head: ListRow = { kind: 'group', id: `group:${path.join(' ')}`, depth, group, open: open !== null }
    if (!open) return [head]
    const { pages, onMore, error, retry } = open
    const inside = pages.flatMap((page) => placeRows(page.places, opened, options, path))
    const devices = pages.flatMap((page) =>
      sorted(page.devices, deviceName, locale).map((device): ListRow => {
        return { kind: 'device', id: `in ${path.join(' ')}:${device.assetId}`, depth: depth + 1, device, place: '' }
      }),
    )
    const last = pages.at(-1)
    const isAll = last !== undefined && last.seen >= last.total
    const more: ListRow = { kind: 'more', id: `more ${path.join(' ')}`, depth: depth + 1, onSeen: onMore, error, retry }
    return [head, ...inside, ...devices, ...(isAll ? [] : [more])]
  })
}
