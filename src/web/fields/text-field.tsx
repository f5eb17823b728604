import { readMaxLength } from '#contract/enos/thing-model.ts'
import { utf8Bytes } from '#contract/value/string.ts'
import { useText } from '../text/text-context.ts'
import box from './box.module.css'
import { FieldFrame, notesId } from './field-frame.tsx'
import { type FieldProps, textOfDraft } from './field-props.ts'
import styles from './text-field.module.css'

/** Any text, with its length in the bytes that count (§6). */
export function TextField({ id, label, labelHidden, size, definition, draft, onChange, problems }: FieldProps) {
  const { fields } = useText().setPoint
  const text = textOfDraft(draft)
  const hint = (
    <>
      {text !== text.trim() && <span>{fields.blanksAreSent}</span>}
      {(size === 'main' || text !== '') && (
        <span className={styles.count}>{fields.bytes(utf8Bytes(text), readMaxLength(definition))}</span>
      )}
    </>
  )
  const classes = [
    box.box,
    styles.box,
    size === 'main' && `${box.main} ${styles.main}`,
    problems.length > 0 && box.wrong,
  ]
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={problems} hint={hint}>
      <div className={classes.filter(Boolean).join(' ')}>
        <textarea
          id={id}
          rows={1}
          className={`${box.input} ${styles.text}`}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={problems.length > 0}
          aria-describedby={notesId(id)}
        />
      </div>
    </FieldFrame>
  )
}
