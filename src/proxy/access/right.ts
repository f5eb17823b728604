import type { EndpointName } from '#contract/enos/endpoints.ts'
import { hasRight, type Right, rights } from '#contract/panel/role.ts'
import type { Person } from '#contract/panel/session.ts'
import { refusal } from './refusal.ts'

/** The right that a call needs to be made at all; a send is decided about when its point is known. */
export const rightOf = (call: EndpointName): Right => (call === 'cancelCommand' ? 'cancel' : 'look')

/** @throws Failure rightMissing with the right, and the least role that has it. */
export function assertRight({ name, role }: Person, right: Right): void {
  if (hasRight(role, right)) return
  throw refusal('rightMissing', `${name} is ${role}; the right "${right}" needs the role ${rights[right]}`, {
    right,
    role: rights[right],
  })
}
