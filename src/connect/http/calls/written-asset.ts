import type { Asset } from '../../registry/organisation.ts'

/** An asset as the asset calls write it (§3.1); `label` "0" is a device, "1" a logical asset. */
export const writtenAsset = ({ assetId, name, model, device }: Asset, orgId: string): Record<string, unknown> => ({
  assetId,
  orgId,
  modelId: model?.modelId ?? null,
  modelIdPath: model?.path ?? null,
  name,
  timezone: device?.timezone ?? null,
  description: null,
  attributes: {},
  tags: device?.tags ?? {},
  label: device ? '0' : '1',
  inValid: false,
})
