import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { Draft } from '#contract/value/data-type.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import styles from './array-field.module.css'
import type { FieldDefinition, FieldProps } from './field-props.ts'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

export type RowPart = 'value' | 'up' | 'down' | 'remove'

export const rowPartId = (id: string, index: number, part: RowPart): string => `${id}-${index}-${part}`

interface ArrayRowProps extends Omit<FieldProps, 'onChange'> {
  index: number
  count: number
  item: FieldDefinition
  onChange: (draft: Draft) => void
  /** `part` is what should keep the focus. */
  onMove: (to: number, part: RowPart) => void
  onRemove: () => void
  onPaste: (event: ClipboardEvent) => void
}

/** One element with what can be done to it; Alt with an arrow key moves it too. */
export function ArrayRow({ id, index, count, item, draft, problems, timezone, ...row }: ArrayRowProps) {
  const { rareFields } = useText()
  const number = index + 1
  const Item = dataTypeOf(item).control === 'number' ? NumberField : TextField
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const to = event.key === 'ArrowUp' ? index - 1 : index + 1
    if (to >= 0 && to < count) row.onMove(to, 'value')
  }
  return (
    <li className={styles.row}>
      <span className={`${styles.number} num`} aria-hidden="true">
        {number}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys and the paste bubble up from the box inside. */}
      <div onPaste={row.onPaste} onKeyDown={moveByKey}>
        <Item
          id={rowPartId(id, index, 'value')}
          label={rareFields.element(number)}
          labelHidden
          size="part"
          definition={item}
          draft={draft}
          onChange={row.onChange}
          problems={problems}
          present={undefined}
          timezone={timezone}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          id={rowPartId(id, index, 'up')}
          kind="quiet"
          icon="arrowUp"
          label={rareFields.moveUp(number)}
          disabled={index === 0}
          onClick={() => row.onMove(index - 1, 'up')}
        />
        <Button
          id={rowPartId(id, index, 'down')}
          kind="quiet"
          icon="arrowDown"
          label={rareFields.moveDown(number)}
          disabled={number === count}
          onClick={() => row.onMove(index + 1, 'down')}
        />
        <Button
          id={rowPartId(id, index, 'remove')}
          kind="quiet"
          icon="close"
          label={rareFields.removeElement(number)}
          onClick={row.onRemove}
        />
      </div>
    </li>
  )
}
