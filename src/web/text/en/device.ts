import type { DeviceStatus } from '#contract/enos/device.ts'

const status: Record<DeviceStatus, string> = {
  online: 'Online',
  offline: 'Offline',
  inactive: 'Not activated',
  disabled: 'Disabled',
}
/** Inside a line of details, before an age: "offline 14 min". */
const statusInline: Record<DeviceStatus, string> = {
  online: 'online',
  offline: 'offline',
  inactive: 'not activated',
  disabled: 'disabled',
}

/** Finding and choosing a device. */
export const device = {
  title: 'Devices',
  search: 'Find an asset or device',
  searchShort: 'Find a device',
  recent: 'Recent',
  favourites: 'Favourites',
  favourite: 'Favourite',
  others: 'Other devices',
  count: (count: number) => (count === 1 ? '1 device' : `${count} devices`),
  found: (count: number) => (count === 1 ? '1 device found' : `${count} devices found`),
  moreFound: (count: number) => `${count} more. Type more to narrow the list.`,
  noneFoundTitle: (search: string) => `No device matches “${search}”`,
  noneFound: 'Names in every language, asset ids, keys, models and places are searched.',
  noneFoundLarge: 'In a fleet of this size, names are searched, and asset ids and keys that are typed in full.',
  noneTitle: 'No devices to show',
  none: 'This organisation has no devices, or Setpoint may not read them. A device can still be named by its ids.',
  loadFailed: 'The devices cannot be read',
  treeFailed: 'The asset tree cannot be read. Devices are grouped by their model.',

  chooseTitle: 'Choose a device',
  choose: 'Then choose one of its measurement points and set it.',
  /** Commands that wait for it. */
  queue: (count: number, limit: number) => `Queue ${count} of ${limit}`,
  change: 'Change',
  changeTitle: 'Change device',
  status,
  statusInline,
  ids: (productKey: string, deviceKey: string) => `${productKey} / ${deviceKey}`,
  idsWhat: 'the ids',
  readFailed: 'This device cannot be read',
  unlisted: 'Not in the look-ups',
  unlistedHelp:
    'Setpoint cannot read this device, so its name, state and points are not known. A value can still be sent to it by its ids; check them twice.',

  scan: 'Scan a code',

  byHand: {
    open: 'Enter ids by hand',
    title: 'Enter ids by hand',
    help: 'For a device or a point that the lists do not show. Nothing is sent yet.',
    nameBy: 'Name the device by',
    byAsset: 'Asset id',
    byKeys: 'Product key and device key',
    assetId: 'Asset id',
    productKey: 'Product key',
    deviceKey: 'Device key',
    point: 'Measurement point id',
    pointHint: 'May be left empty to choose from the device’s points.',
    missing: 'This id is needed.',
    tooLong: 'An id has at most 256 characters.',
    go: 'Continue',
  },
}
