import type { ComponentType } from 'react'
import { localText } from '#contract/enos/string-i18n.ts'
import type { StructMember } from '#contract/enos/thing-model.ts'
import type { ControlName, Draft } from '#contract/value/data-type.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import { memberTypeOf } from '#contract/value/member-types.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { ArrayField } from './array-field.tsx'
import { DateField } from './date-field.tsx'
import type { FieldProblem } from './field-problem.ts'
import type { FieldProps } from './field-props.ts'
import { plainFields } from './plain-fields.ts'
import styles from './struct-field.module.css'
import { TimestampField } from './timestamp-field.tsx'

/** Every control that can stand inside another one (§3.3: members of any type but STRUCT). */
const memberFields = {
  ...plainFields,
  date: DateField,
  timestamp: TimestampField,
  array: ArrayField,
} satisfies Record<Exclude<ControlName, 'struct'>, ComponentType<FieldProps>>

interface MemberFieldProps {
  id: string
  member: StructMember
  draft: Draft
  onChange: (draft: Draft) => void
  problems: FieldProblem[]
  present: ExactJson | undefined
  timezone: string
}

/** A member's name, whether it must be there, and its control. */
export function MemberField({ id, member, draft, onChange, problems, present, timezone }: MemberFieldProps) {
  const { rareFields, enosLocale } = useText()
  const { control, empty } = memberTypeOf(member)
  const name = localText(member.name, enosLocale) || member.identifier
  const isBlank = draft === '' || (Array.isArray(draft) && draft.length === 0)
  const Control = memberFields[control === 'struct' ? 'none' : control]
  return (
    <div className={styles.member}>
      <div className={styles.about}>
        <span className={styles.name}>{name}</span>
        {name !== member.identifier && <span className="mono">{member.identifier}</span>}
        <span className={`${styles.mark} ${member.required ? styles.must : ''}`}>
          {member.required ? rareFields.required : isBlank ? rareFields.leftOut : rareFields.optional}
        </span>
        {!member.required && !isBlank && (
          <Button
            kind="quiet"
            className={styles.out}
            icon="close"
            label={rareFields.leaveOut(name)}
            onClick={() => onChange(empty(member))}
          />
        )}
      </div>
      <Control
        id={id}
        label={name}
        labelHidden
        size="part"
        definition={member}
        draft={draft}
        onChange={onChange}
        problems={problems}
        present={present}
        timezone={timezone}
      />
    </div>
  )
}
