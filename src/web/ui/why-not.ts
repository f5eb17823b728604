import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { Role } from '#contract/panel/role.ts'
import type { Text } from '../text/en.ts'
import { hoursText } from './hours-text.ts'
import type { Check } from './refused-by.ts'
import { secondsText } from './seconds-text.ts'

/** Why a check is not passed, in one sentence. @param role of the person; undefined while it is not known. */
export function whyNot(check: Check, permission: PermissionToSet, role: Role | undefined, text: Text): string {
  const { not, roles, rights } = text.notAllowed
  const { needs, limits } = permission
  if (check.kind === 'role') return not.role(role ? roles[role] : '', rights[needs.right], roles[needs.role])
  if (check.kind === 'place') return not.place
  if (check.kind === 'signIn') return not.signIn(secondsText(needs.signInWithin ?? 0, text))
  if (check.kind === 'interval' && limits.leastInterval) {
    return not.interval(limits.leastInterval.rule, secondsText(limits.leastInterval.value, text))
  }
  const hours = limits.hours.find(({ rule }) => rule === check.rule)
  return hours ? not.hours(hours.rule, hoursText(hours, text)) : not.notNow
}
