import type { ReactNode } from 'react'
import type { ExactJson, ExactNumber } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { unitText } from '../ui/unit-text.ts'
import type { FieldDefinition } from './field-props.ts'
import styles from './number-field.module.css'
import { stepBy, stepStart } from './step-by.ts'

interface StepButtonsProps {
  definition: FieldDefinition & { step: ExactNumber }
  /** The number that is typed; null for none. */
  from: string | null
  present: ExactJson | undefined
  isPresentOld: boolean
  onChange: (draft: string) => void
  children: ReactNode
}

/** One step less, one step more; an empty box steps from the present value. */
export function StepButtons({ definition, from, present, isPresentOld, onChange, children }: StepButtonsProps) {
  const { setPoint, locale } = useText()
  const { step, minimum, maximum } = definition
  const start = stepStart(from, present, isPresentOld)
  const range = { step: step.value, minimum: minimum?.value ?? null, maximum: maximum?.value ?? null }
  const [less, more] = start === null ? [null, null] : [stepBy(start, -1, range), stepBy(start, 1, range)]
  const amount = `${formatNumber(step.value, locale)} ${unitText(definition.unit)}`.trim()
  return (
    <div className={styles.steps}>
      <Button
        icon="minus"
        label={setPoint.fields.less(amount)}
        disabled={less === null}
        onClick={() => less !== null && onChange(less)}
      />
      <div className={styles.range}>{children}</div>
      <Button
        icon="add"
        label={setPoint.fields.more(amount)}
        disabled={more === null}
        onClick={() => more !== null && onChange(more)}
      />
    </div>
  )
}
