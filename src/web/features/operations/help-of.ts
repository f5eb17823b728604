import { type FailureName, failures } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { Text } from '../../text/en.ts'
import type { IconName } from '../../ui/icon.tsx'
import { controlHref, historyHref } from '../../ui/links.ts'
import { selectorOf, sentValueText } from './change-of.ts'
import { openOutcomes } from './operation-filter.ts'

export type HelpName = keyof Omit<Text['operation']['help'], 'againHint'>

export interface Help {
  name: HelpName
  icon: IconName
  href: string
}

/** Seconds for which "queue it instead" keeps a value, until the person chooses otherwise. */
const suggestedTtl = 86_400

/**
 * What helps after which failure, the most helpful first; the others follow from whether it may have acted:
 * then only reading back is offered, so that nothing leads straight to a second send.
 */
const helpsAfter: Partial<Record<FailureName, HelpName[]>> = {
  deviceOffline: ['queue', 'device'],
  deviceInactive: ['device'],
  notSentInTime: ['showQueue', 'queue', 'again'],
  queueFull: ['showQueue', 'again'],
  cannotEncode: ['change'],
  invalidArgument: ['change'],
  refusedByDevice: ['change', 'device'],
  permissionDenied: ['device'],
  notFound: ['device'],
  commandExpired: ['again', 'device'],
}

function helpNames({ outcome, failure, verdict, acknowledged }: Operation): HelpName[] {
  if (outcome === 'queued') return ['showQueue', 'device']
  if (outcome === 'waiting') return ['device']
  if (verdict?.kind === 'confirmedLate') return ['device']
  if (!failure || acknowledged || verdict?.kind === 'probablyNotApplied') return ['device', 'again']
  return helpsAfter[failure] ?? (failures[failure].delivery === 'maybeSent' ? ['readBack'] : ['again', 'device'])
}

/** The next steps that fit what became of an operation. All are links: none of them sends. */
export function helpOf(operation: Operation): Help[] {
  const { productKey, deviceKey, measurepointId, pendingTtl, timeout } = operation
  const device = selectorOf(operation)
  const point = { ...device, point: measurepointId }
  const draft = { ...point, value: sentValueText(operation.body), timeout }
  const links: Record<HelpName, Omit<Help, 'name'>> = {
    queue: { icon: 'clock', href: controlHref({ ...draft, ttl: suggestedTtl }) },
    readBack: { icon: 'search', href: controlHref(point) },
    device: { icon: 'chevronRight', href: controlHref(point) },
    showQueue: {
      icon: 'history',
      href: historyHref({
        outcome: openOutcomes,
        ...(operation.assetId ? { asset: operation.assetId } : { pk: productKey, dk: deviceKey }),
      }),
    },
    change: { icon: 'edit', href: controlHref({ ...draft, ttl: pendingTtl }) },
    again: { icon: 'retry', href: controlHref({ ...draft, ttl: pendingTtl }) },
  }
  return helpNames(operation).map((name) => ({ name, ...links[name] }))
}

/** Where a fresh draft with the same value opens, after an end after which that is safe; undefined otherwise. */
export const againHrefOf = (operation: Operation): string | undefined =>
  helpOf(operation).find(({ name }) => name === 'again' || name === 'change')?.href

/** Helps that begin a send: of no use to who may not set a value. */
export const beginsSend = (name: HelpName): boolean => name === 'again' || name === 'change' || name === 'queue'
