import * as z from 'zod'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import { text } from '#contract/enos/reading.ts'
import { stringifyExact } from '#contract/value/exact.ts'
import type { OpenGateway } from '../enos/gateways.ts'
import { readAnswer } from '../enos/read-answer.ts'
import { remember } from '../enos/remember.ts'
import type { Places } from './ports.ts'

/** ms for which a subtree is taken to be as it was. */
const lifetime = 60_000
/** ms for which an older answer does for looking at the record, where no new one is to be had. */
const olderLifetime = 3_600_000
/** ms for which nobody tries again then: a gateway that is away answers slowly. */
const failureLifetime = 10_000
/** Subtrees that are remembered; more than the people of a plant have. */
const mostSubtrees = 200
/** Records on a page, the most that §3.1 allows. */
const pageSize = 1000
/** Pages of one subtree; a gateway that never ends is not believed. */
const mostPages = 500

/** Every release of a tree call names the asset; nothing else of it is asked for. */
const rowsSchema = z.array(z.object({ assetId: text }))

/** What was known of a subtree, and when the last try to learn more failed. */
interface Older {
  time: number
  assetIds: ReadonlySet<string>
  failTime: number
}

const keyOf = (gatewayId: string, rootId: string): string => `${gatewayId} ${rootId}`

type LookUp = Pick<OpenGateway, 'call' | 'config'>

/** The ids below an asset in one tree, without its own; none where the tree or the asset in it does not exist (§3.1). */
async function below({ call, config }: LookUp, treeId: string, rootId: string): Promise<Set<string>> {
  const found = new Set<string>()
  for (let pageNo = 1; pageNo <= mostPages; pageNo++) {
    const body = {
      filter: { isDescendantOfAssetId: rootId },
      pagination: { pageNo, pageSize },
      projection: ['assetId'],
    }
    const query = { orgId: config.orgId, treeId }
    const incoming = await call({ name: 'searchRelatedAsset', query, body: stringifyExact(body) })
    const { code, msg, data, pagination } = readAnswer(incoming)
    const failure = code === 0 ? null : failureNamed(code, 'command', 'service')
    if (failure === 'notFound' || failure === 'treeNotFound') return found
    if (code !== 0) throw new Failure('targetUnknown', `${code} ${msg}`)
    const before = found.size
    for (const { assetId } of rowsSchema.parse(data ?? [])) found.add(assetId)
    // Not every gateway gives the page that was asked for: what counts is whether it had anything new.
    if (found.size === before || found.size >= (pagination?.totalSize ?? Number.POSITIVE_INFINITY)) return found
  }
  throw new Failure('targetUnknown', `more than ${mostPages} pages below asset ${rootId}`)
}

/**
 * What lies below assets, by Search Related Asset over the gateway's configured trees (§3.1).
 * One look-up serves everybody who asks for the same subtree within a minute. One that failed is not remembered.
 */
export function createPlaces(gateways: { named(id: string): LookUp }, now: () => number = Date.now) {
  const remembered = remember<ReadonlySet<string>>(lifetime, mostSubtrees, now)
  const older = new Map<string, Older>()

  async function lookUp(gatewayId: string, rootId: string): Promise<ReadonlySet<string>> {
    try {
      const gateway = gateways.named(gatewayId)
      const time = now()
      const parts = await Promise.all(gateway.config.treeIds.map((treeId) => below(gateway, treeId, rootId)))
      const assetIds = new Set([rootId, ...parts.flatMap((part) => [...part])])
      const key = keyOf(gatewayId, rootId)
      older.delete(key)
      older.set(key, { time, assetIds, failTime: Number.NEGATIVE_INFINITY })
      const [oldest] = older.keys()
      if (older.size > mostSubtrees && oldest !== undefined) older.delete(oldest)
      return assetIds
    } catch (cause) {
      const words = cause instanceof Failure ? cause.message : 'an answer that is not to be read'
      throw new Failure('targetUnknown', `what lies below asset ${rootId} could not be looked up: ${words}`, { cause })
    }
  }

  const subtree = (gatewayId: string, rootId: string): Promise<ReadonlySet<string>> =>
    remembered(keyOf(gatewayId, rootId), () => lookUp(gatewayId, rootId))

  const union = (sets: ReadonlySet<string>[]): ReadonlySet<string> => {
    const [only] = sets
    return sets.length === 1 && only ? only : new Set(sets.flatMap((set) => [...set]))
  }

  return {
    async isWithin(gatewayId, assetId, assetIds) {
      // Needs nobody's word.
      if (assetIds.length === 0 || assetIds.includes(assetId)) return true
      const sets = await Promise.allSettled(assetIds.map((rootId) => subtree(gatewayId, rootId)))
      if (sets.some((set) => set.status === 'fulfilled' && set.value.has(assetId))) return true
      const failed = sets.find((set) => set.status === 'rejected')
      if (failed) throw failed.reason
      return false
    },

    /**
     * All assets within, the named ones included; none for none.
     * @throws Failure targetUnknown where they cannot be looked up.
     */
    async within(gatewayId: string, assetIds: readonly string[]): Promise<ReadonlySet<string>> {
      return union(await Promise.all(assetIds.map((rootId) => subtree(gatewayId, rootId))))
    },

    /**
     * The same, or as it was within the last hour: while a gateway is away, people still see what they did there.
     * Nothing may be sent by it.
     */
    async lastKnown(gatewayId: string, assetIds: readonly string[]): Promise<ReadonlySet<string>> {
      const known = async (rootId: string): Promise<ReadonlySet<string>> => {
        const before = older.get(keyOf(gatewayId, rootId))
        const isOfUse = before !== undefined && now() - before.time < olderLifetime
        if (isOfUse && now() - before.failTime < failureLifetime) return before.assetIds
        try {
          return await subtree(gatewayId, rootId)
        } catch (error) {
          if (!isOfUse) throw error
          before.failTime = now()
          return before.assetIds
        }
      }
      return union(await Promise.all(assetIds.map(known)))
    },
  } satisfies Places & Record<'within' | 'lastKnown', unknown>
}
export type KnownPlaces = ReturnType<typeof createPlaces>
