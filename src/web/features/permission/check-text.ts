import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { Role } from '#contract/panel/role.ts'
import type { Text } from '../../text/en.ts'
import { hoursText } from '../../ui/hours-text.ts'
import type { Check } from '../../ui/refused-by.ts'
import { secondsText } from '../../ui/seconds-text.ts'
import { whyNot } from '../../ui/why-not.ts'

/** Why a check is passed, in one sentence. */
function whyPassed({ kind }: Check, { needs, limits }: PermissionToSet, role: Role, text: Text): string {
  const { because } = text.permissionPage
  const { roles, rights } = text.notAllowed
  if (kind === 'role') return because.role(roles[role], rights[needs.right])
  if (kind === 'place') return because.place
  if (kind === 'hours') {
    const all = limits.hours.map((hours) => hoursText(hours, text))
    return all.length > 0 ? because.hours(all.join(' · ')) : because.anyHour
  }
  if (kind === 'interval') {
    const { leastInterval } = limits
    return leastInterval ? because.interval(secondsText(leastInterval.value, text)) : because.anyInterval
  }
  return needs.signInWithin === null ? because.noSignIn : because.signIn(secondsText(needs.signInWithin, text))
}

/** One check in a sentence, passed or not. */
export const checkText = (check: Check, permission: PermissionToSet, role: Role, text: Text): string =>
  check.passed ? whyPassed(check, permission, role, text) : whyNot(check, permission, role, text)
