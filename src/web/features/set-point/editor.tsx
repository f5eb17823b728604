import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { PointLimits } from '#contract/panel/permission-to-set.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { Field } from '../../fields/field.tsx'
import { textOfDraft } from '../../fields/field-props.ts'
import { LateJsonField } from '../../fields/late-fields.tsx'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from './editor.module.css'
import { fromPresent } from './kept-draft.ts'
import { narrowed } from './policy-rules.ts'
import { PresentValue } from './present-value.tsx'
import { SendOptions } from './send-options.tsx'
import type { FormProblems, SetForm } from './set-form.ts'
import { type Target, valueText } from './target.ts'
import { staleAfter } from './warnings-of.ts'

interface EditorProps {
  id: string
  target: Target
  latest: LatestValue | undefined
  /** Of the policy; null where they are not known. */
  limits: PointLimits | null
  form: SetForm
  onChange: (change: Partial<SetForm>) => void
  /** Those that are to be shown now. */
  problems: FormProblems | null
  onFindPoint?: (() => void) | undefined
}

/** Longer ones stand above the box. */
const longestBeside = 10

const isBlank = (draft: SetForm['draft']) =>
  draft === '' || (typeof draft === 'object' && Object.values(draft).every((part) => part === ''))

/** The present value, the control for the new one, and how it is sent. */
export function Editor({ id, target, latest, limits, form, onChange, problems, onFindPoint }: EditorProps) {
  const text = useText()
  const { setPoint } = text
  const { point, device } = target
  const control = point ? dataTypeOf(point).control : null
  const present = latest && valueText(target, latest.value, text)
  const isBeside = control === 'number' && (present ?? '').length <= longestBeside
  const canStart = control !== 'bool' && control !== 'enum' && control !== 'number' && control !== 'none'
  const minute = useNow(60_000)
  const isOld = latest !== undefined && minute - latest.time >= staleAfter
  const now = <PresentValue target={target} latest={latest} beside={isBeside} />
  return (
    <>
      {!point && (
        <Notice actions={onFindPoint && <Button onClick={onFindPoint}>{setPoint.findPoint}</Button>}>
          {setPoint.unknownPoint}
        </Notice>
      )}
      {!isBeside && (
        <div className={styles.now}>
          {now}
          {canStart && latest && isBlank(form.draft) && (
            <Button icon="edit" onClick={() => onChange({ draft: fromPresent(target, latest.value) })}>
              {setPoint.startFromPresent}
            </Button>
          )}
        </div>
      )}
      {point ? (
        <Field
          id={id}
          label={setPoint.newValue}
          size="main"
          definition={narrowed(point, limits)}
          draft={form.draft}
          onChange={(draft) => onChange({ draft })}
          problems={problems?.draft ?? []}
          present={latest?.value}
          isPresentOld={isOld}
          timezone={device.timezone}
          before={isBeside && now}
        />
      ) : (
        <LateJsonField
          id={id}
          label={setPoint.newValue}
          text={textOfDraft(form.draft)}
          onChange={(draft) => onChange({ draft })}
          problems={problems?.draft ?? []}
        />
      )}
      {control !== 'none' && <SendOptions form={form} onChange={onChange} problems={problems} />}
    </>
  )
}
