import { endpoints } from '#contract/enos/endpoints.ts'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'

type Device = Partial<Pick<Operation, 'assetId' | 'productKey' | 'deviceKey'>>

/** Operations on the same device, as far as it is named the same way. */
export const sameDevice =
  ({ assetId, productKey, deviceKey }: Device) =>
  (operation: Operation): boolean =>
    (Boolean(assetId) && operation.assetId === assetId) ||
    (Boolean(deviceKey) && operation.productKey === productKey && operation.deviceKey === deviceKey)

/** Operations that a cancel call may have ended (§2.3): those it names, those its answer lists, those of its device. */
export function affectedBy(query: Device & { commandId?: unknown }, answer: string): (operation: Operation) => boolean {
  const { data } = envelopeSchema.parse(parseExact(answer))
  const listed = endpoints.cancelCommand.data.safeParse(data).data ?? []
  const ids = new Set([query.commandId, ...listed.map(({ commandId }) => commandId)])
  const onDevice = sameDevice(query)
  return (operation) => ids.has(operation.commandId) || onDevice(operation)
}
