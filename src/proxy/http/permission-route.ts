import type { FastifyInstance } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { Access } from '../access/create-access.ts'
import type { PolicyFile } from '../access/policy-file.ts'
import { assertRight } from '../access/right.ts'
import type { Gateways } from '../enos/gateways.ts'
import type { Identify } from '../people/ports.ts'
import { parseArgument, readQuery } from './read-call.ts'
import { readGatewayId } from './read-set-headers.ts'
import { sendJson } from './write-failure.ts'

interface PermissionParts {
  gateways: Gateways
  identify: Identify
  access: Access
  policyFile: Pick<PolicyFile, 'state'>
}

/** Why a person may or may not set a point, and the policy itself for administrators. */
export function permissionRoute(
  app: FastifyInstance,
  { gateways, identify, access, policyFile }: PermissionParts,
): void {
  const { permissionToSet, policy } = panelEndpoints

  app.get(permissionToSet.path, async (request, reply) => {
    const asker = identify(request)
    const { id: gatewayId, orgId } = gateways.named(readGatewayId(request.headers)).config
    const { measurepointId, ...named } = parseArgument(permissionToSet.query, readQuery(request.url))
    const { assetId = '', productKey = '', deviceKey = '' } = named
    if ((productKey === '') !== (deviceKey === '') || (assetId === '' && productKey === '')) {
      throw new Failure('invalidArgument', 'Invalid Argument assetId: give it, or productKey and deviceKey together')
    }
    const point = { gatewayId, orgId, assetId, productKey, deviceKey, measurepointId }
    return sendJson(reply, 200, JSON.stringify(await access.explain(asker, point)))
  })

  app.get(policy.path, (request, reply) => {
    assertRight(identify(request).person, 'administer')
    return sendJson(reply, 200, JSON.stringify(policyFile.state()))
  })
}
