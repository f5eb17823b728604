import type { Failure } from '#contract/enos/failure.ts'
import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { hasRight, rights, rightToSet } from '#contract/panel/role.ts'
import type { Asker } from '../people/ports.ts'
import type { Facts, NamedPoint } from './gather.ts'
import { isWithinHours, nextWithin } from './hours.ts'
import type { Places, SendRecord } from './ports.ts'
import { refusal } from './refusal.ts'

/** Seconds since the last sign-in that a critical point allows. */
export const signInWithin = 300

type Told = PermissionToSet['checks'][number]
/** One question and its answer; `failure` is what a send would get. */
export interface Check extends Pick<Told, 'kind' | 'rule' | 'passesAt'> {
  failure: Failure | null
}
interface Parts {
  places: Places
  sends: SendRecord
}
type Ask = (asker: Asker, facts: Facts, point: NamedPoint, parts: Parts, now: number) => Promise<Check>

const passed = (kind: Told['kind'], rule: string | null = null): Check => ({
  kind,
  rule,
  passesAt: null,
  failure: null,
})

const role: Ask = async ({ person }, { pointClass, classRule }, { measurepointId }) => {
  const right = rightToSet(pointClass)
  if (hasRight(person.role, right)) return passed('role', classRule)
  const needed = rights[right]
  const detail = `${person.name} is ${person.role}; to set ${measurepointId}, of the class ${pointClass}, needs the role ${needed}`
  const failure = refusal('rightMissing', detail, {
    right,
    role: needed,
    ...(classRule === null ? {} : { rule: classRule }),
  })
  return { kind: 'role', rule: classRule, passesAt: null, failure }
}

const place: Ask = async ({ person }, { target }, _point, { places }) => {
  if (person.assetIds.length === 0 || !target) return passed('place')
  if (await places.isWithin(target.gatewayId, target.assetId, person.assetIds)) return passed('place')
  // No word of the device: who may not see it learns nothing of it.
  const failure = refusal('outsidePlaces', 'outside the places of this person')
  return { kind: 'place', rule: null, passesAt: null, failure }
}

const hours: Ask = async (_asker, { limits }, { measurepointId }, _parts, now) => {
  const closed = limits.hours.find((one) => !isWithinHours(one, now))
  if (!closed) return passed('hours', limits.hours[0]?.rule ?? null)
  const { rule, from, to, timezone } = closed
  const passesAt = nextWithin(limits.hours, now)
  const detail = `the rule "${rule}" lets ${measurepointId} be set from ${from} to ${to} (${timezone}) only`
  return { kind: 'hours', rule, passesAt, failure: refusal('outsideHours', detail, { rule, retryAt: passesAt }) }
}

const interval: Ask = async (_asker, { limits: { leastInterval }, target }, point, { sends }, now) => {
  if (!leastInterval || !target) return passed('interval')
  const { rule, value } = leastInterval
  const last = sends.lastSend(point.orgId, target, point.measurepointId, now - value * 1000)
  const free = last ? last.time + value * 1000 : 0
  if (!last?.isKept && free <= now) return passed('interval', rule)
  const passesAt = last?.isKept ? null : free
  const why = last?.isKept
    ? 'one is kept for the device and may leave at any moment'
    : 'the last was less than that ago'
  const detail = `the rule "${rule}" wants ${value} s between two sends to ${point.measurepointId}: ${why}`
  const data = { rule, limit: String(value), retryAt: passesAt }
  return { kind: 'interval', rule, passesAt, failure: refusal('tooSoon', detail, data) }
}

const signIn: Ask = async ({ person, signIn: last }, { pointClass, classRule }, { measurepointId }, _parts, now) => {
  if (pointClass !== 'critical' || person.kind === 'builtIn') return passed('signIn')
  if (last && now - last.time <= signInWithin * 1000) return passed('signIn', classRule)
  const detail = `${measurepointId} is critical: it needs a sign-in within the last ${signInWithin} s`
  const data = { signInWithin, ...(classRule === null ? {} : { rule: classRule }) }
  return { kind: 'signIn', rule: classRule, passesAt: null, failure: refusal('signInAgain', detail, data) }
}

/** What is asked of every send whatever its value, in this order. */
const asks: readonly Ask[] = [role, place, hours, interval, signIn]

/** The answers one after the other: a send stops at the first that failed, an explanation hears all. */
export async function* checks(...facts: Parameters<Ask>): AsyncGenerator<Check> {
  for (const ask of asks) yield await ask(...facts)
}
