import { pendingTtlRange, timeoutRange } from '#contract/enos/calls.ts'
import type { Database } from '#database/open-database.ts'
import type { LastSend, SendRecord } from '../../access/ports.ts'
import { notListed } from './list-later.ts'

/** ms that a send may have been asked for before it left: kept for the device, and answered. */
const longestWait = (pendingTtlRange.maximum + timeoutRange.maximum) * 1000

const sends = (rows: string, device: string) =>
  `SELECT createTime, endTime, pendingTtl FROM ${rows} AND ${device} AND measurepointId = @measurepointId AND orgId = @orgId AND coalesce(gatewayId, @firstGatewayId) = @gatewayId
    AND createTime >= @from AND outcome <> 'notSent'`

const names = [
  'deviceAssetId = @assetId',
  'assetId = @assetId',
  "assetId = '' AND productKey = @productKey AND deviceKey = @deviceKey",
]

/**
 * A device stands in the record by the name that the call gave it, and by its asset where that was known.
 * One that was kept for the device left at the latest when it ended, and may leave at any moment before.
 */
export const lastSendOfPoint = `
  SELECT max(iif(pendingTtl = 0, createTime, coalesce(endTime, createTime))) AS time,
    max(pendingTtl > 0 AND endTime IS NULL) AS isKept
  FROM (${[
    ...names.map((device) => sends('operation WHERE operation.listed = 1', device)),
    sends(notListed, `(${names.join(' OR ')})`),
  ].join(' UNION ALL ')})`

interface Row {
  /** null for no send. */
  time: number | null
  isKept: number | null
}

/**
 * The last send to a point of a device, out of the operations.
 * @param firstGatewayId the gateway of records that name none: they are of before there could be several.
 */
export function openSendRecord({ sqlite }: Pick<Database, 'sqlite'>, firstGatewayId: string): SendRecord {
  const query = sqlite.prepare<Record<string, string | number>, Row>(lastSendOfPoint)
  return {
    lastSend(orgId, { gatewayId, assetId, productKey, deviceKey }, measurepointId, since): LastSend | undefined {
      const names = { orgId, gatewayId, firstGatewayId, assetId, productKey, deviceKey, measurepointId }
      const { time = null, isKept = 0 } = query.get({ ...names, from: since - longestWait }) ?? {}
      return time === null ? undefined : { time, isKept: isKept === 1 }
    },
  }
}
