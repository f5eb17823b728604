/**
 * The newest unknown outcome of a point that nothing has cleared up. A success counts that was asked for after the
 * outcome was unknown: it has put another value in place. A person who checks one has checked those before it.
 */
export const unresolvedOfPoint = `
  SELECT * FROM operation AS one INDEXED BY operation_unresolved
  WHERE measurepointId = @measurepointId AND outcome = 'unknown' AND acknowledged IS NULL AND orgId = @orgId
    AND ((@assetId <> '' AND assetId = @assetId)
      OR (@deviceKey <> '' AND deviceKey = @deviceKey AND productKey = @productKey))
    AND coalesce(json_extract(verdict, '$.kind'), 'cannotTell') = 'cannotTell'
    AND NOT EXISTS (
      SELECT 1 FROM operation AS later
      WHERE later.assetId = one.assetId AND later.measurepointId = one.measurepointId AND later.orgId = one.orgId
        AND later.productKey = one.productKey AND later.deviceKey = one.deviceKey
        AND ((later.outcome = 'done' AND later.createTime >= one.endTime)
          OR (later.acknowledged IS NOT NULL AND later.seq > one.seq)))
  ORDER BY seq DESC LIMIT 1`
