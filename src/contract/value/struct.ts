import { readMembers, type StructMember, type ValueDefinition } from '../enos/thing-model.ts'
import type { DataType, Draft } from './data-type.ts'
import { memberTypeOf } from './member-types.ts'
import { isMemberMap, previewOf } from './preview.ts'
import { type Reader, valueSchemaOf } from './value-schema.ts'

type Members = { [member: string]: Draft }

/** Own members only: a model may call a member `constructor`. */
const own = <T>(map: { [member: string]: T }, member: string): T | undefined =>
  Object.hasOwn(map, member) ? map[member] : undefined

const isBlank = (draft: unknown) => draft === undefined || draft === '' || (Array.isArray(draft) && draft.length === 0)

function reportUnknown(map: object, members: StructMember[], { report }: Reader): void {
  const names = members.map(({ identifier }) => identifier)
  for (const member of Object.keys(map)) {
    if (!names.includes(member)) report({ kind: 'memberUnknown', member, members: names }, [member])
  }
}

const draftsOf = (definition: ValueDefinition, draftOf: (member: StructMember) => Draft): Members =>
  Object.fromEntries(readMembers(definition).map((member) => [member.identifier, draftOf(member)]))

/**
 * STRUCT (§6): the model's members and no others; required ones must be there.
 * The draft maps each member to its draft; optional members left empty do not go out.
 */
export const structType: DataType<Members> = {
  control: 'struct',
  valueSchema(definition) {
    const members = readMembers(definition)
    return valueSchemaOf((value, reader) => {
      if (!isMemberMap(value)) return reader.report({ kind: 'notStruct' })
      reportUnknown(value, members, reader)
      for (const member of members) {
        const { identifier, required } = member
        const part = own(value, identifier)
        if (part !== undefined) reader.part(memberTypeOf(member).valueSchema(member), part, identifier)
        else if (required) reader.report({ kind: 'memberMissing', member: identifier }, [identifier])
      }
      return value
    })
  },
  draftSchema(definition) {
    const members = readMembers(definition)
    return valueSchemaOf((draft, reader) => {
      if (!isMemberMap(draft)) return reader.report({ kind: 'notStruct' })
      reportUnknown(draft, members, reader)
      const parts = members
        .filter(({ identifier, required }) => required || !isBlank(own(draft, identifier)))
        .map((member) => {
          const type = memberTypeOf(member)
          const part = own(draft, member.identifier) ?? type.empty(member)
          return [member.identifier, reader.part(type.draftSchema(member), part, member.identifier)]
        })
      return Object.fromEntries(parts)
    })
  },
  empty: (definition) => draftsOf(definition, (member) => memberTypeOf(member).empty(member)),
  draftOf: (value, definition) =>
    draftsOf(definition, (member) => {
      const part = isMemberMap(value) ? own(value, member.identifier) : undefined
      const type = memberTypeOf(member)
      return part === undefined ? type.empty(member) : type.draftOf(part, member)
    }),
  format: previewOf,
  count: (value) => (isMemberMap(value) ? Object.keys(value).length : null),
}
