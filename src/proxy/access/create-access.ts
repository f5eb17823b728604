import type { PermissionToSet, PointLimits } from '#contract/panel/permission-to-set.ts'
import type { Policy } from '#contract/panel/policy.ts'
import { rights, rightToSet } from '#contract/panel/role.ts'
import type { Clock, Permit, Send } from '../operations/ports.ts'
import type { Asker } from '../people/ports.ts'
import { checkValue } from './check-value.ts'
import { type Check, checks, signInWithin } from './checks.ts'
import { gather, type NamedPoint } from './gather.ts'
import { endingWithin } from './hours.ts'
import type { Places, PresentValue, SendRecord, Targets } from './ports.ts'
import { refusal } from './refusal.ts'

interface Parts {
  /** The policy in force; null where none is configured. */
  policy(): Policy | null
  targets: Targets
  places: Places
  sends: SendRecord
  present: PresentValue
  clock: Pick<Clock, 'now'>
}

/** @throws Failure outsideHours where what is kept for the device might leave when it may not be set any more. */
function assertKeptWithin({ hours }: PointLimits, { pendingTtl, measurepointId }: Send, now: number): void {
  const ending = pendingTtl === 0 ? undefined : endingWithin(hours, now, now + pendingTtl * 1000)
  if (!ending) return
  const { rule, to, timezone } = ending
  const detail = `the rule "${rule}" lets ${measurepointId} be set until ${to} (${timezone}); kept for ${pendingTtl} s, it might leave later`
  throw refusal('outsideHours', detail, { rule, retryAt: null })
}

const nothing: Policy = { contact: '', grants: [], pointClasses: [], limits: [] }

/** Decides who may set what, and tells why. Both go through the same checks, so they cannot disagree. */
export function createAccess({ policy, clock, ...parts }: Parts) {
  return {
    /** What decides about this person's sends. */
    permitFor: (asker: Asker): Permit => ({
      async identify(send) {
        const { target } = await gather(policy() ?? nothing, parts, asker.person, send)
        // Named by its asset and nothing else, a device needs no look-up to be known by it.
        const deviceAssetId = target?.assetId ?? (send.productKey === '' ? send.assetId : '')
        return deviceAssetId === '' ? {} : { deviceAssetId }
      },

      async decide(send) {
        const inForce = policy()
        const facts = await gather(inForce ?? nothing, parts, asker.person, send)
        for await (const { failure } of checks(asker, facts, send, parts, clock.now())) if (failure) throw failure

        const { pointClass, classRule } = facts
        const data = classRule === null ? {} : { rule: classRule }
        if (pointClass === 'critical' && !send.reason) {
          throw refusal('reasonMissing', `${send.measurepointId} is critical: say why it is set`, data)
        }
        if (pointClass !== 'routine' && !send.shown?.sentence.trim()) {
          const detail = `${send.measurepointId} is of the class ${pointClass}: the sentence that was confirmed has to be sent along`
          throw refusal('confirmationMissing', detail, data)
        }
        assertKeptWithin(facts.limits, send, clock.now())
        await checkValue(send, facts, parts)
        return inForce ? { pointClass } : {}
      },
    }),

    /**
     * Whether the person may set a point now, whatever the value, and why.
     * @throws Failure targetUnknown where it depends on what the device is, and EnOS does not tell.
     */
    async explain(asker: Asker, point: NamedPoint): Promise<PermissionToSet> {
      const inForce = policy() ?? nothing
      const facts = await gather(inForce, parts, asker.person, point)
      const all: Check[] = []
      for await (const check of checks(asker, facts, point, parts, clock.now())) all.push(check)
      const { pointClass, classRule, limits } = facts
      const right = rightToSet(pointClass)
      const isCritical = pointClass === 'critical'
      return {
        allowed: all.every(({ failure }) => failure === null),
        pointClass,
        classRule,
        checks: all.map(({ kind, rule, passesAt, failure }) => ({ kind, passed: failure === null, rule, passesAt })),
        needs: {
          right,
          role: rights[right],
          confirmation: pointClass !== 'routine',
          reason: isCritical,
          signInWithin: isCritical && asker.person.kind !== 'builtIn' ? signInWithin : null,
        },
        limits,
        contact: inForce.contact,
      }
    },
  }
}
export type Access = ReturnType<typeof createAccess>
