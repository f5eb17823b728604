import { localText } from '#contract/enos/string-i18n.ts'
import { readMembers, type ValueDefinition } from '#contract/enos/thing-model.ts'
import { type ExactJson, stringifyExact } from '#contract/value/exact.ts'
import { memberTypeOf } from '#contract/value/member-types.ts'
import { isMemberMap } from '#contract/value/preview.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import type { Text } from '../../text/en.ts'
import { unitText } from '../../ui/unit-text.ts'
import type { Target } from './target.ts'

export interface PartChange {
  name: string
  /** null: it was not there, or will not be. */
  before: string | null
  after: string | null
}

type Members = { [member: string]: ExactJson }

const changed = (before: ExactJson | undefined, after: ExactJson | undefined, definition: ValueDefinition | null) =>
  before === undefined || after === undefined ? before !== after : !isSameValue(after, before, definition)

function memberChanges(
  { point, device }: Target,
  before: Members,
  after: Members,
  { locale, enosLocale }: Text,
): PartChange[] {
  const members = point ? readMembers(point) : []
  const names = new Set([...members.map(({ identifier }) => identifier), ...Object.keys(before), ...Object.keys(after)])
  return [...names]
    .map((name) => ({ name, member: members.find(({ identifier }) => identifier === name) ?? null }))
    .filter(({ name, member }) => changed(before[name], after[name], member))
    .map(({ name, member }) => {
      const unit = unitText(member?.unit ?? null)
      const words = (value: ExactJson | undefined) => {
        if (value === undefined) return null
        const text = member
          ? memberTypeOf(member).format(value, member, locale, device.timezone)
          : stringifyExact(value)
        return unit === '' ? text : `${text} ${unit}`
      }
      const title = (member && localText(member.name, enosLocale)) || name
      return { name: title, before: words(before[name]), after: words(after[name]) }
    })
}

/** Which parts of a list or a struct change, for the last look; empty for a single value. */
export function changesOf(target: Target, before: ExactJson | undefined, after: ExactJson, text: Text): PartChange[] {
  if (Array.isArray(after)) {
    const list = Array.isArray(before) ? before : []
    return Array.from({ length: Math.max(list.length, after.length) }, (_, index) => index)
      .filter((index) => changed(list[index], after[index], target.point))
      .map((index) => {
        const words = (value: ExactJson | undefined) => (value === undefined ? null : stringifyExact(value))
        return {
          name: text.rareFields.element(index + 1),
          before: words(list[index]),
          after: words(after[index]),
        }
      })
  }
  if (!isMemberMap(after)) return []
  return memberChanges(target, before !== undefined && isMemberMap(before) ? before : {}, after, text)
}
