import { readMembers, type StructMember, type ValueDefinition } from '#contract/enos/thing-model.ts'
import { itemDefinition, itemTypeOf } from '#contract/value/array.ts'
import type { Draft } from '#contract/value/data-type.ts'
import { type ExactJson, parseExact, stringifyExact } from '#contract/value/exact.ts'
import { memberTypeOf } from '#contract/value/member-types.ts'
import { isMemberMap } from '#contract/value/preview.ts'
import { formatJson } from './format-json.ts'

/*
 * A struct's form and its JSON text in step. The text rules as soon as it was edited: the form is then read from it,
 * and an edit in the form changes only its own member, so that order and digits of the others stay.
 */

export type MemberDrafts = { [member: string]: Draft }

const own = (map: { [member: string]: ExactJson }, member: string): ExactJson | undefined =>
  Object.hasOwn(map, member) ? map[member] : undefined

function readMap(text: string): { [member: string]: ExactJson } | null {
  try {
    const value = parseExact(text)
    return isMemberMap(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What is typed but is no value yet stands in the text as a JSON text, so that nothing typed is lost. */
function memberValueOf(definition: ValueDefinition, draft: Draft): ExactJson {
  const type = memberTypeOf(definition)
  const read = type.draftSchema(definition).safeParse(draft)
  if (read.success) return read.data
  if (!Array.isArray(draft)) return typeof draft === 'string' ? draft : ''
  const item = itemDefinition(definition)
  return draft.map((part) => {
    const element = itemTypeOf(definition).draftSchema(item).safeParse(part)
    return element.success ? element.data : typeof part === 'string' ? part : ''
  })
}

const kept = (draft: Draft, value: ExactJson): Draft => (draft === '' && typeof value === 'string' ? value : draft)

function draftOf(definition: ValueDefinition, value: ExactJson): Draft {
  const draft = memberTypeOf(definition).draftOf(value, definition)
  if (!Array.isArray(draft) || !Array.isArray(value)) return kept(draft, value)
  return draft.map((part, index) => kept(part, value[index] ?? null))
}

const isLeftOut = ({ required }: StructMember, draft: Draft) =>
  draft === '' || (!required && Array.isArray(draft) && draft.length === 0)

/** The text with one member changed; a member left empty is taken out. Unreadable text is begun anew. */
export function withMember(text: string, member: StructMember, draft: Draft): string {
  const map = readMap(text) ?? {}
  if (isLeftOut(member, draft)) delete map[member.identifier]
  else map[member.identifier] = memberValueOf(member, draft)
  return formatJson(stringifyExact(map))
}

/** The JSON text of a form, its members in the model's order. */
export const textOfMembers = (drafts: MemberDrafts, definition: ValueDefinition): string =>
  readMembers(definition).reduce(
    (text, member) => withMember(text, member, drafts[member.identifier] ?? memberTypeOf(member).empty(member)),
    '{}',
  )

/** The form that a text stands for; null where it is no JSON object. */
export function membersOfText(text: string, definition: ValueDefinition): MemberDrafts | null {
  const map = readMap(text)
  if (!map) return null
  return Object.fromEntries(
    readMembers(definition).map((member) => {
      const value = own(map, member.identifier)
      return [member.identifier, value === undefined ? memberTypeOf(member).empty(member) : draftOf(member, value)]
    }),
  )
}
