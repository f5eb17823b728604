import { useDeferredValue, useState } from 'react'
import { localText } from '#contract/enos/string-i18n.ts'
import { readEnum } from '#contract/enos/thing-model.ts'
import { enumType } from '#contract/value/enum.ts'
import { useText } from '../text/text-context.ts'
import { FieldBox } from '../ui/field-box.tsx'
import styles from './choice.module.css'
import { Choice } from './choice.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.ts'

/** Up to this many are seen at one glance; beyond, a list is searched. */
const mostAtAGlance = 7

/** The values that a model names, by name and code. */
export function EnumField({ id, label, labelHidden, definition, draft, onChange, problems, present }: FieldProps) {
  const { enosLocale, setPoint } = useText()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search.trim().toLowerCase())
  const choices = Object.entries(readEnum(definition).enumDesc).map(([code, name]) => ({
    code,
    name: localText(name, enosLocale) || code,
  }))
  const isLong = choices.length > mostAtAGlance
  const now = present === undefined ? '' : enumType.draftOf(present, definition)
  const shown = choices.filter(
    ({ code, name }) => code === draft || name.toLowerCase().includes(wanted) || code.toLowerCase().includes(wanted),
  )
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={problems} group>
      {isLong && (
        <FieldBox
          type="search"
          icon="search"
          label={setPoint.fields.findChoice}
          labelHidden
          placeholder={setPoint.fields.findChoice}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <div className={`${styles.list} ${isLong ? styles.long : ''}`}>
        {shown.map(({ code, name }) => (
          <Choice
            key={code}
            group={id}
            name={name}
            {...(name === code ? {} : { code })}
            checked={draft === code}
            onChoose={() => onChange(code)}
            isPresent={now !== '' && now === code}
          />
        ))}
        {isLong && shown.length === 0 && <p className={styles.none}>{setPoint.fields.noChoiceFound}</p>}
      </div>
    </FieldFrame>
  )
}
