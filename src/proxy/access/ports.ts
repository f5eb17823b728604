import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { Send } from '../operations/ports.ts'

/** A device as EnOS knows it, however a call named it. */
export interface Target {
  gatewayId: string
  assetId: string
  productKey: string
  deviceKey: string
  modelId: string
}

/** How a call names a device (§1.1); the members that it leaves out are empty. */
export type Named = Pick<Send, 'gatewayId' | 'orgId' | 'assetId' | 'productKey' | 'deviceKey'>

export interface Targets {
  /** @throws Failure targetUnknown where it cannot be told. */
  find(named: Named): Promise<Target>
  /**
   * What the model says of a point; null where it has no such point.
   * @throws Failure targetUnknown where the model cannot be read.
   */
  pointOf(target: Target, measurepointId: string): Promise<Measurepoint | null>
}

/** What lies below which assets: people may be limited to subtrees. */
export interface Places {
  /**
   * Whether an asset is one of `assetIds`, or lies below one in the gateway's asset trees.
   * No `assetIds` at all means everywhere, as in a person.
   * @throws Failure targetUnknown where it is none of them and what lies below them cannot be looked up.
   */
  isWithin(gatewayId: string, assetId: string, assetIds: readonly string[]): Promise<boolean>
}

/** The last send to a point of a device that may have left. */
export interface LastSend {
  /** When it left, or ended where it was kept for the device; ms since the epoch. */
  time: number
  /** Whether it is kept for the device, and may leave at any moment. */
  isKept: boolean
}

export interface SendRecord {
  /** @param since ms since the epoch: what left before does not matter. */
  lastSend(orgId: string, target: Target, measurepointId: string, since: number): LastSend | undefined
}

export interface PresentValue {
  /**
   * What the device reported last for the send's point (§3.4); null for nothing yet.
   * @throws Failure where EnOS cannot be asked or refuses.
   */
  latest(send: Send): Promise<LatestValue | null>
}
