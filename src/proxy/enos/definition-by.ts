import type { Targets } from '../access/ports.ts'
import type { Witness } from '../operations/ports.ts'

/**
 * What the model says of an operation's point, by the look-ups that the policy uses.
 * @param firstGatewayId the gateway of records that name none.
 */
export const definitionBy =
  (targets: Targets, firstGatewayId: string | undefined): Witness['definitionOf'] =>
  async ({ orgId, gatewayId = firstGatewayId, assetId, productKey, deviceKey, measurepointId }) => {
    const target = await targets.find({ gatewayId, orgId, assetId, productKey, deviceKey })
    return await targets.pointOf(target, measurepointId)
  }
