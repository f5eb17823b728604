import { boolType } from '#contract/value/bool.ts'
import { useText } from '../text/text-context.ts'
import styles from './choice.module.css'
import { Choice } from './choice.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.ts'

/** Two buttons that say what they mean, never a toggle that has to be looked at first. */
export function BoolField({
  id,
  label,
  labelHidden,
  size,
  definition,
  draft,
  onChange,
  problems,
  present,
}: FieldProps) {
  const { locale } = useText()
  const now = present === undefined ? '' : boolType.draftOf(present, definition)
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={problems} group>
      <div className={styles.pair}>
        {[true, false].map((truth) => {
          const code = String(truth)
          const name = boolType.format(truth, definition, locale)
          return (
            <Choice
              key={code}
              group={id}
              name={name}
              {...(name === code ? {} : { code })}
              checked={draft === code}
              onChoose={() => onChange(code)}
              isPresent={now === code}
              large={size === 'main'}
            />
          )
        })}
      </div>
    </FieldFrame>
  )
}
