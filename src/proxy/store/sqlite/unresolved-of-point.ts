/** Whether two rows are about the same device, by what each tells of it: its asset, its keys, or the asset found by them. */
const isSameDevice = (one: string, other: string): string => `(
    (${one}.assetId <> '' AND ${other}.assetId = ${one}.assetId)
    OR (${one}.assetId <> '' AND ${other}.deviceAssetId = ${one}.assetId)
    OR (${one}.deviceAssetId <> '' AND ${other}.assetId = ${one}.deviceAssetId)
    OR (${one}.deviceAssetId <> '' AND ${other}.deviceAssetId = ${one}.deviceAssetId)
    OR (${one}.deviceKey <> '' AND ${other}.deviceKey = ${one}.deviceKey AND ${other}.productKey = ${one}.productKey))`

const hasAsset = (row: string): string => `(${row}.assetId <> '' OR coalesce(${row}.deviceAssetId, '') <> '')`

/** Whether two rows tell enough to say that they are about different devices. */
const isComparable = (one: string, other: string): string => `(
    (${hasAsset(one)} AND ${hasAsset(other)}) OR (${one}.deviceKey <> '' AND ${other}.deviceKey <> ''))`

/** Records of before there could be several gateways belong to the first. */
export const gatewayOfRow = (row: string): string => `coalesce(${row}.gatewayId, @firstGatewayId)`

/** What a send tells of its point, as a row. */
const wantedRow = `SELECT @orgId AS orgId, @assetId AS assetId, @productKey AS productKey, @deviceKey AS deviceKey,
  @deviceAssetId AS deviceAssetId, @measurepointId AS measurepointId, coalesce(@gatewayId, @firstGatewayId) AS gatewayId`

/** What came after one and clears it up, among `rows`. */
const clearingUp = (rows: string): string =>
  `SELECT 1 FROM ${rows} AND later.measurepointId = one.measurepointId AND later.orgId = one.orgId
      AND ${gatewayOfRow('later')} = ${gatewayOfRow('one')} AND ${isSameDevice('one', 'later')}
      AND ((later.outcome = 'done' AND later.createTime >= one.endTime)
        OR (later.acknowledged IS NOT NULL AND later.seq > one.seq))`

/**
 * The newest unknown outcome of a point at a gateway that nothing has cleared up. A success counts that was asked for
 * after the outcome was unknown: it has put another value in place. A person who checks one has checked those before it.
 */
export const unresolvedOfPoint = `
  WITH wanted AS (${wantedRow})
  SELECT one.* FROM wanted CROSS JOIN operation AS one INDEXED BY operation_unresolved
  WHERE one.measurepointId = wanted.measurepointId AND one.outcome = 'unknown' AND one.acknowledged IS NULL
    AND one.orgId = wanted.orgId AND ${gatewayOfRow('one')} = wanted.gatewayId AND ${isSameDevice('wanted', 'one')}
    AND coalesce(json_extract(one.verdict, '$.kind'), 'cannotTell') = 'cannotTell'
    AND NOT EXISTS (${clearingUp('operation AS later WHERE later.listed = 1')})
    AND NOT EXISTS (${clearingUp('operation AS later INDEXED BY operation_not_listed WHERE later.listed = 0')})
  ORDER BY one.seq DESC LIMIT 1`

/**
 * Other sends of the same point at the same gateway that were recorded from @from until before @to (ms) and may have
 * made a command, to the same device or to one named in another way, of which nobody knows whether it is the same.
 */
export const rivalsOfPoint = `
  WITH wanted AS (${wantedRow})
  SELECT other.* FROM wanted CROSS JOIN operation AS other
  WHERE other.createTime >= @from AND other.createTime < @to AND other.id <> @id
    AND other.measurepointId = wanted.measurepointId AND other.orgId = wanted.orgId
    AND ${gatewayOfRow('other')} = wanted.gatewayId
    AND (other.outcome <> 'notSent' OR other.commandId <> '')
    AND (${isSameDevice('wanted', 'other')} OR NOT ${isComparable('wanted', 'other')})
  ORDER BY other.seq`
