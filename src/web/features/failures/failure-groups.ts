import { type FailureName, type FailureRow, failures } from '#contract/enos/failures.ts'
import type { Text } from '../../text/en.ts'

export interface FailureGroup {
  source: FailureRow['source']
  names: FailureName[]
}

/** The order in which the sources matter to people. */
const sources: FailureRow['source'][] = ['command', 'gateway', 'token', 'setpoint', 'service', 'edge']

const names = Object.keys(failures) as FailureName[]

/** Everything by which a failure can be found, in lower case. */
const foundBy = (name: FailureName, text: Text): string => {
  const { title, what, acted, next } = text.failures[name]
  const { code, delivery } = failures[name]
  return [code, name, title, what, acted, next, text.errorCodes.delivery[delivery]].join(' ').toLowerCase()
}

/** All failures by who speaks; of those only the ones that hold every word of `search`. Empty groups are left out. */
export function failureGroups(search: string, text: Text): FailureGroup[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = names.filter((name) => wanted.every((word) => foundBy(name, text).includes(word)))
  return sources
    .map((source) => ({ source, names: found.filter((name) => failures[name].source === source) }))
    .filter((group) => group.names.length > 0)
}

/** The failure that a link names: by its name, or by its number, where the command call's meaning comes first (§7.2 Q20). */
export const failureInHash = (hash: string): FailureName | undefined =>
  names.find((name) => name === hash) ?? names.find((name) => String(failures[name].code) === hash)
