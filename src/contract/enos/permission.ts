/** What an application may do (§1.1, §3), with EnOS's words for it. */
export const permissions = {
  'asset.control': 'Asset Control',
  'asset.read': 'Asset Read',
  'device.read': 'Device Read',
  'model.read': 'Model Read',
} as const
export type Permission = keyof typeof permissions
