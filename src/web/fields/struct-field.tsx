import { type KeyboardEvent, useRef, useState } from 'react'
import { readMembers } from '#contract/enos/thing-model.ts'
import { memberTypeOf } from '#contract/value/member-types.ts'
import { isMemberMap } from '#contract/value/preview.ts'
import { useText } from '../text/text-context.ts'
import { Notice } from '../ui/notice.tsx'
import { FieldFrame } from './field-frame.tsx'
import { problemsBelow } from './field-problem.ts'
import type { FieldProps } from './field-props.ts'
import { JsonField } from './json-field.tsx'
import { MemberField } from './member-field.tsx'
import styles from './struct-field.module.css'
import { type MemberDrafts, membersOfText, textOfMembers, withMember } from './struct-text.ts'

const views = ['form', 'json'] as const
type View = (typeof views)[number]

/** A form of the members and the JSON text, two views of one draft: an edit in either shows in the other. */
export function StructField(props: FieldProps) {
  const { id, label, labelHidden, definition, draft, problems } = props
  const { rareFields } = useText()
  const isText = typeof draft === 'string'
  const members = isText ? membersOfText(draft, definition) : (draft as MemberDrafts)
  const [view, setView] = useState<View>(members ? 'form' : 'json')
  const tabs = useRef<HTMLDivElement>(null)
  const choose = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const next = views[(views.indexOf(view) + step + views.length) % views.length] ?? 'form'
    setView(next)
    tabs.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-tab-${next}`)}`)?.focus()
  }
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={view === 'form' ? problems : []} group>
      <div className={styles.top}>
        <div ref={tabs} role="tablist" aria-label={rareFields.editAs} className={styles.tabs}>
          {views.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-tab-${name}`}
              aria-selected={view === name}
              aria-controls={`${id}-panel`}
              tabIndex={view === name ? 0 : -1}
              className={styles.tab}
              onClick={() => setView(name)}
              onKeyDown={choose}
            >
              {rareFields[name]}
            </button>
          ))}
        </div>
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab-${view}`} className={styles.panel}>
        {view === 'form' && !members && <Notice tone="wait">{rareFields.textIsBroken}</Notice>}
        {view === 'form' ? (
          <Members {...props} members={members ?? {}} />
        ) : (
          <JsonField
            id={`${id}-json`}
            label={`${label}: ${rareFields.json}`}
            labelHidden
            text={isText ? draft : textOfMembers(members ?? {}, definition)}
            onChange={props.onChange}
            problems={problems}
          />
        )}
      </div>
    </FieldFrame>
  )
}

function Members({
  id,
  definition,
  draft,
  onChange,
  problems,
  present,
  timezone,
  members,
}: FieldProps & { members: MemberDrafts }) {
  return readMembers(definition).map((member) => {
    const { identifier } = member
    return (
      <MemberField
        key={identifier}
        id={`${id}-${identifier}`}
        member={member}
        draft={members[identifier] ?? memberTypeOf(member).empty(member)}
        onChange={(next) =>
          onChange(typeof draft === 'string' ? withMember(draft, member, next) : { ...members, [identifier]: next })
        }
        problems={problemsBelow(problems, identifier)}
        present={present !== undefined && isMemberMap(present) ? present[identifier] : undefined}
        timezone={timezone}
      />
    )
  })
}
