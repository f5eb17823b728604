import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import type { Policy } from '#contract/panel/policy.ts'
import type { PointClass } from '#contract/panel/role.ts'
import type { Person } from '#contract/panel/session.ts'
import { limitsOf } from './limits-of.ts'
import { matches } from './matches.ts'
import type { Named, Places, Target, Targets } from './ports.ts'

export type NamedPoint = Named & { measurepointId: string }

/** What the policy says of a point of a device, before anything is asked about person, time or value. */
export interface Facts {
  pointClass: PointClass
  /** null where no rule matches. */
  classRule: string | null
  limits: PointLimits
  /** null where neither the policy nor the person's places ask for it: then EnOS was not asked either. */
  target: Target | null
}

/** Rules in order, each asked only when the one before has answered: the first that matches may settle it. */
async function whichMatch<T>(rules: readonly T[], isMatch: (rule: T) => Promise<boolean>, most: number): Promise<T[]> {
  const found: T[] = []
  for (const rule of rules) {
    if (found.length === most) break
    if (await isMatch(rule)) found.push(rule)
  }
  return found
}

/** @throws Failure targetUnknown where a rule or the person's places ask what the device is, and EnOS does not tell. */
export async function gather(
  policy: Policy,
  { targets, places }: { targets: Targets; places: Places },
  { assetIds }: Person,
  point: NamedPoint,
): Promise<Facts> {
  let asked: Promise<Target> | null = null
  const target = (): Promise<Target> => (asked ??= targets.find(point))
  const { gatewayId = '', measurepointId } = point
  const subject = { gatewayId, measurepointId, target }
  const isMatch = (rule: Parameters<typeof matches>[0]) => matches(rule, subject, places)

  const [classRule] = await whichMatch(policy.pointClasses, isMatch, 1)
  const limits = limitsOf(await whichMatch(policy.limits, isMatch, Number.POSITIVE_INFINITY))
  // The record knows a device by several names; only EnOS knows that they are one.
  if (assetIds.length > 0 || limits.leastInterval) await target()
  return {
    pointClass: classRule?.class ?? 'routine',
    classRule: classRule?.rule ?? null,
    limits,
    target: await asked,
  }
}
