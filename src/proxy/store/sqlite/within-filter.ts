/** The devices of one gateway whose operations may be seen. */
export interface WithinGateway {
  gatewayId: string
  assetIds: ReadonlySet<string>
  /** Those of operations that name a device by its keys alone. */
  devices: readonly { productKey: string; deviceKey: string }[]
}

/** Whether a row tells of no asset: neither the call named one, nor was one found by the keys. */
export const tellsNoAsset = "coalesce(deviceAssetId, '') = '' AND assetId = ''"

/**
 * The condition, and its values by position, that an operation is about one of these devices; none: about no device at all.
 * An asset that was found by the keys counts more than the one that the call named.
 * @param firstGatewayId the gateway of records that name none.
 */
export function isWithin(within: readonly WithinGateway[], firstGatewayId: string): [string, ...string[]] {
  const parts = within.map(({ gatewayId, assetIds, devices }): [string, ...string[]] => [
    `coalesce(gatewayId, ?) = ? AND CASE WHEN ${tellsNoAsset}
      THEN EXISTS (SELECT 1 FROM json_each(?) WHERE value ->> 'productKey' = productKey AND value ->> 'deviceKey' = deviceKey)
      ELSE coalesce(nullif(deviceAssetId, ''), assetId) IN (SELECT value FROM json_each(?)) END`,
    ...[firstGatewayId, gatewayId, JSON.stringify(devices), JSON.stringify([...assetIds])],
  ])
  const condition = parts.map(([sql]) => `(${sql})`).join(' OR ')
  return [`(${condition || 'FALSE'})`, ...parts.flatMap(([, ...values]) => values)]
}
