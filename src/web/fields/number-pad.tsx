import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { unitText } from '../ui/unit-text.ts'
import type { FieldDefinition } from './field-props.ts'
import styles from './number-pad.module.css'
import { padAreas } from './pad-areas.ts'
import { type PadKey, pressPadKey } from './press-pad-key.ts'
import { rangeText } from './range-text.ts'
import { useRepeat } from './use-repeat.ts'

export interface NumberPadProps {
  /** Of the pad itself. */
  id: string
  label: string
  /** The box that it writes into, as a keyboard would. */
  box: RefObject<HTMLInputElement | null>
  definition: FieldDefinition
  present: ExactJson | undefined
  mayBeNegative: boolean
  /** A problem is told where the range stands. */
  hasProblem: boolean
  onClose: () => void
}

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Told by each pad that opens, so that the one that was open closes. */
const openedEvent = 'setpoint:number-pad'

/** Writes into a box as a keyboard does: at its caret, and heard by whoever listens to it. */
function press(box: HTMLInputElement, key: PadKey): void {
  const { value, selectionStart, selectionEnd } = box
  const before = { text: value, start: selectionStart ?? value.length, end: selectionEnd ?? value.length }
  const after = pressPadKey(before, key)
  if (after.text !== value) {
    box.setRangeText(after.text, 0, value.length, 'end')
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  box.setSelectionRange(after.start, after.end)
  // What does not fit the box is shown from its end on, where the digits come.
  if (after.end === after.text.length) box.scrollLeft = box.scrollWidth
}

/**
 * Large keys below a number box, in the place of a keyboard that would cover half the screen. The box keeps the focus and
 * any other keyboard goes on to work in it.
 */
export function NumberPad(props: NumberPadProps) {
  const { id, label, box, definition, present, mayBeNegative, hasProblem, onClose } = props
  const { setPoint, locale } = useText()
  const { fields } = setPoint
  const announce = useAnnounce()
  const keys = useRef<HTMLFieldSetElement>(null)
  const isDecimal = definition.dataType !== 'INT'
  const { tall, flat } = padAreas({ isDecimal, mayBeNegative })

  useLayoutEffect(() => {
    box.current?.focus({ preventScroll: true })
    // Both in sight if there is room for both, else the value.
    keys.current?.scrollIntoView({ block: 'nearest' })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [box])
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    dispatchEvent(new CustomEvent(openedEvent, { detail: id }))
    const giveWay = (event: Event) => {
      if (event instanceof CustomEvent && event.detail !== id) close.current()
    }
    addEventListener(openedEvent, giveWay)
    return () => removeEventListener(openedEvent, giveWay)
  }, [id])

  const type = (key: PadKey) => {
    if (!box.current) return
    press(box.current, key)
    // Who has the focus on a key does not hear what the box holds.
    if (document.activeElement !== box.current) announce(box.current.value || fields.pad.empty)
  }
  const erase = useRepeat(() => type('erase'))
  const done = () => {
    box.current?.focus({ preventScroll: true })
    onClose()
  }
  const unit = unitText(definition.unit)
  const range = rangeText(definition, locale)
  const now = isExactNumber(present) ? `${setPoint.now} ${formatNumber(present.value, locale)} ${unit}` : ''
  const key = (name: PadKey, shown: string, spoken?: string) => (
    <button
      key={name}
      type="button"
      className={styles.key}
      style={{ gridArea: /^\d$/.test(name) ? `k${name}` : name }}
      aria-label={spoken}
      onClick={() => type(name)}
    >
      {shown}
    </button>
  )
  return (
    <>
      <p className={`${styles.told} num`} style={hasProblem ? { visibility: 'hidden' } : undefined}>
        <span>{range}</span> <span>{now}</span>
      </p>
      <fieldset
        ref={keys}
        id={id}
        dir="ltr"
        data-number-pad
        className={styles.keys}
        style={{ '--tall': tall, '--flat': flat }}
        aria-label={`${fields.pad.title}: ${label}`}
        // The box keeps the focus, and with it its caret.
        onMouseDown={(event) => event.preventDefault()}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          done()
        }}
      >
        {digits.map((digit) => key(digit, digit))}
        {isDecimal && key('point', '.', fields.pad.point)}
        {isDecimal && key('exponent', 'E', fields.pad.exponent)}
        {mayBeNegative && key('sign', '±', fields.changeSign)}
        {key('clear', 'C', fields.pad.clear)}
        <button
          type="button"
          className={styles.key}
          style={{ gridArea: 'erase' }}
          aria-label={fields.pad.erase}
          {...erase}
        >
          <Icon name="erase" />
        </button>
        <Button className={styles.done} onClick={done}>
          {fields.pad.done}
        </Button>
      </fieldset>
    </>
  )
}
