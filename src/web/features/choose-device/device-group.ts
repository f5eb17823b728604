import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { AssetTree } from './tree-query.ts'

/** A named place in the list: a logical asset or a model, with what is right below it. */
export interface DeviceGroup {
  id: string
  name: string
  groups: DeviceGroup[]
  devices: Device[]
  /** Devices in it and in the groups below. */
  count: number
}

const group = (id: string, name: string, groups: DeviceGroup[], devices: Device[]): DeviceGroup => ({
  id,
  name,
  groups: groups.filter(({ count }) => count > 0),
  devices,
  count: groups.reduce((sum, { count }) => sum + count, devices.length),
})

export interface GroupingOptions {
  /** BCP 47, for the order of names. */
  locale: string
  /** EnOS's spelling of it, e.g. `en_US`. */
  enosLocale: string
  /** The heading of devices that are in no group. */
  otherName: string
}

/** `WTG-2` before `WTG-10`. */
const byName = <T>(nameOf: (item: T) => string, locale: string) => {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return (a: T, b: T) => compare(nameOf(a), nameOf(b))
}
const byDeviceName = ({ locale, enosLocale }: GroupingOptions) =>
  byName(({ deviceName }: Device) => localText(deviceName, enosLocale), locale)
const byGroupName = ({ locale }: GroupingOptions) => byName(({ name }: DeviceGroup) => name, locale)

/**
 * The trees' logical assets with the devices in them. The roots are the logical assets that are nobody's child.
 * Groups without any device are left out, and so is a single root that holds nothing but groups: it tells nothing.
 */
export function groupByTree(trees: AssetTree[], devices: Device[], options: GroupingOptions): DeviceGroup[] {
  const ofAsset = new Map(devices.map((device) => [device.assetId, device]))
  const placed = new Set<string>()
  const roots = trees.flatMap(({ treeId, assets, childIds }) => {
    const logical = new Map(assets.filter(({ label }) => label === '1').map((asset) => [asset.assetId, asset]))
    const children = new Set([...childIds.values()].flat())
    const seen = new Set<string>()
    const groupOf = (assetId: string): DeviceGroup => {
      seen.add(assetId)
      const below = childIds.get(assetId) ?? []
      const groups = below.filter((id) => logical.has(id) && !seen.has(id)).map(groupOf)
      const own = below.flatMap((id) => ofAsset.get(id) ?? []).toSorted(byDeviceName(options))
      for (const device of own) placed.add(device.assetId)
      const name = logical.get(assetId)?.name
      return group(
        `${treeId}/${assetId}`,
        (name && localText(name, options.enosLocale)) || assetId,
        groups.toSorted(byGroupName(options)),
        own,
      )
    }
    return [...logical.keys()].filter((id) => !children.has(id)).map(groupOf)
  })
  const others = devices.filter(({ assetId }) => !placed.has(assetId))
  const top = group('', '', roots.toSorted(byGroupName(options)), [])
  const [only, ...rest] = top.groups
  const shown = only && rest.length === 0 && only.devices.length === 0 ? only.groups : top.groups
  return others.length > 0
    ? [...shown, group('other', options.otherName, [], others.toSorted(byDeviceName(options)))]
    : shown
}

/** Where there is no tree to browse: one group for each model. */
export function groupByModel(devices: Device[], options: GroupingOptions): DeviceGroup[] {
  const models = new Map<string, Device[]>()
  for (const device of devices) models.set(device.modelId, [...(models.get(device.modelId) ?? []), device])
  return [...models]
    .map(([modelId, members]) =>
      group(`model:${modelId}`, modelId || options.otherName, [], members.toSorted(byDeviceName(options))),
    )
    .toSorted(byGroupName(options))
}

/** assetId → the groups around that device, outermost first; of several places the first. */
export function pathsOf(groups: DeviceGroup[], above: DeviceGroup[] = []): ReadonlyMap<string, DeviceGroup[]> {
  const paths = new Map<string, DeviceGroup[]>()
  for (const candidate of groups) {
    const path = [...above, candidate]
    const own = candidate.devices.map((device) => [device.assetId, path] as const)
    for (const [assetId, found] of [...own, ...pathsOf(candidate.groups, path)]) {
      if (!paths.has(assetId)) paths.set(assetId, found)
    }
  }
  return paths
}
