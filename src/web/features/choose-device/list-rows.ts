import type { Device } from '#contract/enos/device.ts'
import type { DeviceGroup } from './device-group.ts'

/** A group as it is shown; `count` null where nobody has counted. */
export interface NamedGroup extends Pick<DeviceGroup, 'id' | 'name'> {
  count: number | null
}

/** One line of the list, in the order in which it is shown and walked with the arrow keys. */
export type ListRow =
  | { kind: 'heading'; id: string; name: string }
  | { kind: 'group'; id: string; depth: number; group: NamedGroup; open: boolean }
  | { kind: 'device'; id: string; depth: number; device: Device; place: string }
  /** What is still to come: asked for when the row is seen. */
  | { kind: 'more'; id: string; depth: number; onSeen: (() => void) | null; error: Error | null; retry: () => void }

/** What stands under a heading of its own, e.g. the recent devices. */
export interface Section {
  id: string
  name: string
  devices: Device[]
}

/** The rows of a plain section; none where it has no devices. */
export function sectionRows({ id, name, devices }: Section, placeOf: (device: Device) => string): ListRow[] {
  if (devices.length === 0) return []
  const rows = devices.map((device): ListRow => {
    return { kind: 'device', id: `${id}:${device.assetId}`, depth: 0, device, place: placeOf(device) }
  })
  return [{ kind: 'heading', id, name }, ...rows]
}

/**
 * The rows of a tree: every group, and inside the open ones what is in them.
 * @param isOpen by the group's id.
 */
export const groupRows = (groups: DeviceGroup[], isOpen: (id: string) => boolean, depth = 0): ListRow[] =>
  groups.flatMap((group): ListRow[] => {
    const open = isOpen(group.id)
    const head: ListRow = { kind: 'group', id: `group:${group.id}`, depth, group, open }
    if (!open) return [head]
    const devices = group.devices.map((device): ListRow => {
      // The same device may be in two trees: its row is named after the group as well.
      return { kind: 'device', id: `in ${group.id}:${device.assetId}`, depth: depth + 1, device, place: '' }
    })
    return [head, ...groupRows(group.groups, isOpen, depth + 1), ...devices]
  })

/** Few devices are all shown at once; of many, only the groups around the chosen one. */
export const fewDevices = 80

/** The groups that are open before the person has opened or closed any. */
export function openAtFirst(groups: DeviceGroup[], chosenPath: DeviceGroup[]): ReadonlySet<string> {
  const everyId = (list: DeviceGroup[]): string[] => list.flatMap(({ id, groups: below }) => [id, ...everyId(below)])
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  return new Set(count <= fewDevices ? everyId(groups) : chosenPath.map(({ id }) => id))
}
