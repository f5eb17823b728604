import type { Directory, KnownDevice } from './ports.ts'

/**
 * The secret that proves a device (§5.1): its own for secure mode 2; its product's for 3, which is only for devices
 * that are to be activated by it. `null`: nobody can sign in that way; `allowed` false: the secret may be right, but is not enough.
 */
export function secretOf(
  directory: Directory,
  device: KnownDevice,
  secureMode: number,
): { secret: string | null; allowed: boolean } {
  if (secureMode === 2) return { secret: device.deviceSecret, allowed: true }
  if (secureMode !== 3) return { secret: null, allowed: false }
  const product = directory.product(device.productKey)
  const allowed = product?.dynamicActivation === true && device.status === 'inactive'
  return { secret: product?.productSecret ?? null, allowed }
}
