import { randomUUID } from 'node:crypto'
import { stringifyExact } from '#contract/value/exact.ts'
import { methods, topics } from '#contract/wire/topics.ts'
import type { Connection } from './connection.ts'
import type { KnownDevice } from './ports.ts'

/** Tells a device that was activated by its product's secret its own (§5.1). */
export function tellSecret(connection: Connection, device: KnownDevice): void {
  const { assetId, productKey, deviceKey, deviceSecret } = device
  const params = { assetId, productKey, deviceKey, deviceSecret }
  // Not a small number: the Node SDK takes those for answers to its own requests (§5.5).
  const request = { id: randomUUID(), version: '1.0', method: methods.activateInfo, params }
  connection.send(topics.activateInfo(device), stringifyExact(request))
}
