import { Failure } from '#contract/enos/failure.ts'
import type { ClassRule } from '#contract/panel/policy.ts'
import type { Places, Target } from './ports.ts'

/** `*` stands for any text, also for none. Linear in the id, whatever the pattern is. */
export function fitsPattern(pattern: string, id: string): boolean {
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined) return id === pattern
  if (!id.startsWith(start)) return false
  let at = start.length
  for (const part of rest) {
    const found = id.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return id.length - end.length >= at && id.endsWith(end)
}

/** Whether an id fits one of the patterns; no patterns are about every id. */
export const fits = (patterns: readonly string[] | undefined, id: string): boolean =>
  !patterns || patterns.some((pattern) => fitsPattern(pattern, id))

/** A point of a device, as far as rules ask about it. */
export interface Subject {
  gatewayId: string
  measurepointId: string
  /** Looked up only where a rule needs it. */
  target(): Promise<Target>
}

/** @throws Failure targetUnknown where EnOS names no model: no rule about models could be told not to hold. */
function modelOf({ assetId, modelId }: Target): string {
  if (modelId === '') throw new Failure('targetUnknown', `EnOS names no model of asset ${assetId}`)
  return modelId
}

/** Whether a rule is about a point: every member that it has. */
export async function matches(
  { models, points, gateways, assetIds }: Omit<ClassRule, 'rule' | 'class'>,
  { gatewayId, measurepointId, target }: Subject,
  { isWithin }: Places,
): Promise<boolean> {
  if (!fits(points, measurepointId) || !fits(gateways, gatewayId)) return false
  if (models && !fits(models, modelOf(await target()))) return false
  return !assetIds || (await isWithin(gatewayId, (await target()).assetId, assetIds))
}
