import type { DeviceStatus } from '#contract/enos/device.ts'
import type { Text } from '../en.ts'

const status: Record<DeviceStatus, string> = {
  online: '在线',
  offline: '离线',
  inactive: '未激活',
  disabled: '已禁用',
}

/** Finding and choosing a device. */
export const device: Text['device'] = {
  title: '设备',
  search: '查找资产或设备',
  searchShort: '查找设备',
  recent: '最近使用',
  favourites: '收藏',
  favourite: '收藏',
  others: '其他设备',
  count: (count) => `${count} 台设备`,
  found: (count) => `找到 ${count} 台设备`,
  moreFound: (count) => `还有 ${count} 台。请继续输入以缩小范围。`,
  noneFoundTitle: (search) => `没有与“${search}”匹配的设备`,
  noneFound: '搜索范围包括各语言名称、资产 ID、设备标识、模型和位置。',
  noneFoundLarge: '对于如此大的设备群，会搜索名称，以及完整输入的资产 ID 和设备标识。',
  noneTitle: '没有可显示的设备',
  none: '此组织没有设备，或 Setpoint 无权读取。仍可通过 ID 指定设备。',
  loadFailed: '无法读取设备列表',
  treeFailed: '无法读取资产树。设备按模型分组。',

  chooseTitle: '选择设备',
  choose: '然后选择其中一个测点并设置。',
  queue: (count, limit) => `队列 ${count} / ${limit}`,
  change: '更换',
  changeTitle: '更换设备',
  status,
  statusInline: status,
  ids: (productKey, deviceKey) => `${productKey} / ${deviceKey}`,
  idsWhat: '设备 ID',
  readFailed: '无法读取此设备',
  unlisted: '未能查询到',
  unlistedHelp: 'Setpoint 无法读取此设备，因此不知道其名称、状态和测点。仍可按 ID 向其发送测点值，请仔细核对 ID。',

  scan: '扫码',

  byHand: {
    open: '手动输入 ID',
    title: '手动输入 ID',
    help: '用于列表中没有的设备或测点。此时不会发送任何内容。',
    nameBy: '设备指定方式',
    byAsset: '资产 ID',
    byKeys: 'Product Key 和 Device Key',
    assetId: '资产 ID',
    productKey: 'Product Key',
    deviceKey: 'Device Key',
    point: '测点 ID',
    pointHint: '可留空，再从设备的测点中选择。',
    missing: '请填写此 ID。',
    tooLong: 'ID 最多 256 个字符。',
    go: '继续',
  },
}
