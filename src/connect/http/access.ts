import { Failure } from '#contract/enos/failure.ts'
import { type Permission, permissions } from '#contract/enos/permission.ts'
import type { Application } from '../registry/organisation.ts'

/** @throws Failure permissionDenied naming the permission that the application lacks (§1.1). */
export function requirePermission(application: Application, permission: Permission): void {
  if (!application.permissions.has(permission)) throw new Failure('permissionDenied', permissions[permission])
}

/** Whether the application's permissions reach this asset. */
export const reaches = ({ assets }: Application, assetId: string): boolean => assets === null || assets.has(assetId)

/** @throws Failure permissionDenied naming permission and asset. */
export function requireAsset(application: Application, permission: Permission, assetId: string): void {
  if (!reaches(application, assetId)) {
    throw new Failure('permissionDenied', `${permissions[permission]} of asset ${assetId}`)
  }
}
