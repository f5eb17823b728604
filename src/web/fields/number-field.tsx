import { useRef } from 'react'
import { jsonNumberPattern } from '#contract/value/exact.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { unitText } from '../ui/unit-text.ts'
import box from './box.module.css'
import { FieldFrame, notesId } from './field-frame.tsx'
import { type FieldProps, textOfDraft } from './field-props.ts'
import styles from './number-field.module.css'
import { RangeBar } from './range-bar.tsx'
import { StepButtons } from './step-buttons.tsx'
import { useNumberPad } from './use-number-pad.ts'

const sizeOf = (text: string) => (text.length > 14 ? box.longest : text.length > 8 ? box.long : '')
const withOtherSign = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`)

/** The text typed is the text sent; the unit never stands in it. */
export function NumberField(props: FieldProps) {
  const { id, label, labelHidden, size, definition, draft, onChange, problems, present, isPresentOld, before } = props
  const { fields } = useText().setPoint
  const text = textOfDraft(draft)
  const unit = unitText(definition.unit)
  const isMain = size === 'main'
  const input = useRef<HTMLInputElement>(null)
  const { Pad, replacesKeyboard, onTap, toggle, close } = useNumberPad()
  const padId = `${id}-pad`
  const mayBeNegative = !definition.minimum || definition.minimum.value.startsWith('-')
  const entry = (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={problems}>
      <div className={[box.box, isMain && box.main, problems.length > 0 && box.wrong].filter(Boolean).join(' ')}>
        {mayBeNegative && !replacesKeyboard && (
          <Button
            kind="quiet"
            className={box.sign}
            label={`${fields.changeSign}: ${label}`}
            onClick={() => onChange(withOtherSign(text))}
          >
            ±
          </Button>
        )}
        <input
          ref={input}
          id={id}
          className={`${box.input} ${isMain ? box.number : ''} ${sizeOf(text)}`}
          // Decimal keypads of some tablets have no minus sign: the button beside it has.
          inputMode={replacesKeyboard ? 'none' : definition.dataType === 'INT' ? 'numeric' : 'decimal'}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onClick={onTap}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !Pad) return
            event.preventDefault()
            close()
          }}
          aria-invalid={problems.length > 0}
          aria-describedby={`${notesId(id)} ${id}-unit ${id}-range`}
        />
        {unit && (
          <span id={`${id}-unit`} className={box.unit}>
            {unit}
          </span>
        )}
        <Button
          kind="quiet"
          icon="numberPad"
          className={box.pad}
          label={fields.pad.title}
          aria-expanded={Pad !== null}
          aria-controls={Pad ? padId : undefined}
          onClick={toggle}
        />
      </div>
      {Pad && (
        <Pad
          id={padId}
          label={label}
          box={input}
          definition={definition}
          present={present}
          mayBeNegative={mayBeNegative}
          hasProblem={problems.length > 0}
          onClose={close}
        />
      )}
    </FieldFrame>
  )
  if (!isMain) return entry
  const range = <RangeBar id={`${id}-range`} definition={definition} draft={text} present={present} />
  return (
    <div>
      <div className={`${styles.swap} ${before ? '' : styles.alone}`}>
        {before}
        {entry}
      </div>
      {definition.step ? (
        <StepButtons
          definition={{ ...definition, step: definition.step }}
          from={jsonNumberPattern.test(text) ? text : null}
          present={present}
          isPresentOld={isPresentOld ?? false}
          onChange={onChange}
        >
          {range}
        </StepButtons>
      ) : (
        range
      )}
    </div>
  )
}
