import { Failure } from '#contract/enos/failure.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { Person } from '#contract/panel/session.ts'
import type { WithinGateway } from '../store/sqlite/within-filter.ts'
import type { DeviceAssets, DeviceKeys } from './device-assets.ts'
import type { KnownPlaces } from './places.ts'

/** Devices of old operations that are looked up for one list; those of older ones stay outside. */
const mostLookedUp = 200

interface Parts {
  places: Pick<KnownPlaces, 'lastKnown'>
  deviceAssets: DeviceAssets
  /** All that are configured; the first is that of operations that name none. */
  gatewayIds: readonly string[]
  /** The devices of operations that tell of no asset, newest first. */
  unplaced(limit: number): (DeviceKeys & { gatewayId: string | null })[]
}

/** What of the record a person may see: operations on devices within their places. */
export function createSight({ places, deviceAssets, gatewayIds, unplaced }: Parts) {
  const gatewayOf = (gatewayId: string | null | undefined): string => gatewayId ?? gatewayIds[0] ?? ''

  /** null where nobody can say it: what is not known to be within is outside. */
  const assetOf = (gatewayId: string, keys: DeviceKeys): Promise<string | null> =>
    deviceAssets.assetIdOf(gatewayId, keys).catch(() => null)

  /** @throws Failure targetUnknown where nobody knows what is within. */
  async function sees({ assetIds }: Person, operation: Operation): Promise<boolean> {
    if (assetIds.length === 0) return true
    const gatewayId = gatewayOf(operation.gatewayId)
    if (!gatewayIds.includes(gatewayId)) return false
    const assetId = operation.deviceAssetId || operation.assetId || (await assetOf(gatewayId, operation))
    if (!assetId) return false
    return assetIds.includes(assetId) || (await places.lastKnown(gatewayId, assetIds)).has(assetId)
  }

  return {
    sees,

    /**
     * What lists may hold; undefined for everything.
     * @param gatewayId where only one gateway's operations are asked for.
     * @throws Failure targetUnknown where nobody knows what is within.
     */
    async within({ assetIds }: Person, gatewayId?: string): Promise<WithinGateway[] | undefined> {
      if (assetIds.length === 0) return undefined
      const asked = gatewayIds.filter((id) => gatewayId === undefined || id === gatewayId)
      const old = unplaced(mostLookedUp)
      return await Promise.all(
        asked.map(async (id): Promise<WithinGateway> => {
          const within = await places.lastKnown(id, assetIds)
          const devices: DeviceKeys[] = []
          for (const keys of old.filter((one) => gatewayOf(one.gatewayId) === id)) {
            if (within.has((await assetOf(id, keys)) ?? '')) devices.push(keys)
          }
          return { gatewayId: id, assetIds: within, devices }
        }),
      )
    },

    /**
     * The operation, where the person may see it.
     * @throws Failure operationNotFound for one outside as for one that does not exist: ids cannot be tried out.
     */
    async seen(person: Person, operation: Operation | undefined, id: string): Promise<Operation> {
      if (operation && (await sees(person, operation))) return operation
      throw new Failure('operationNotFound', `there is no operation ${id}`)
    },
  }
}
export type Sight = ReturnType<typeof createSight>
