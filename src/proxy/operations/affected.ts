import { endpoints } from '#contract/enos/endpoints.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { ExactJson } from '#contract/value/exact.ts'

type Device = Partial<
  Pick<Operation, 'gatewayId' | 'assetId' | 'productKey' | 'deviceKey'> & { deviceAssetId?: string | undefined }
>

const assetsOf = ({ assetId, deviceAssetId }: Device): string[] =>
  [assetId, deviceAssetId].filter((id): id is string => Boolean(id))

/** Those of before there could be several gateways may be at any. */
const isAt = (operation: Operation, gatewayId: string | undefined): boolean =>
  !gatewayId || !operation.gatewayId || operation.gatewayId === gatewayId

/** Operations on the same device, as far as what is known of both tells; at the same gateway, where both name one. */
export function sameDevice(device: Device): (operation: Operation) => boolean {
  const { gatewayId, productKey, deviceKey } = device
  const assets = assetsOf(device)
  return (operation) => {
    if (!isAt(operation, gatewayId)) return false
    if (assetsOf(operation).some((id) => assets.includes(id))) return true
    return Boolean(deviceKey) && operation.productKey === productKey && operation.deviceKey === deviceKey
  }
}

/** Operations that a cancel call may have ended (§2.3): the one it names, those its answer lists, those of its device. */
export function canceledBy(
  query: Device & { commandId?: unknown },
  data: ExactJson,
): (operation: Operation) => boolean {
  const listed = endpoints.cancelCommand.data.safeParse(data).data ?? []
  const ids = new Set<unknown>([query.commandId, ...listed.map(({ commandId }) => commandId)])
  const onDevice = sameDevice(query)
  return (operation) => isAt(operation, query.gatewayId) && (ids.has(operation.commandId) || onDevice(operation))
}

/** Operations whose command is in another state than they know, as a gateway's answer with one or many commands shows. */
export function outdatedBy(data: ExactJson, gatewayId: string): (operation: Operation) => boolean {
  const commands = endpoints.searchCommand.data.safeParse(Array.isArray(data) ? data : [data]).data ?? []
  const states = new Map(commands.map(({ commandId, state }) => [commandId, state]))
  return (operation) => {
    const { commandId, state } = operation
    return isAt(operation, gatewayId) && states.has(commandId) && states.get(commandId) !== state
  }
}
