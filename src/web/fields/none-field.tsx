import { useText } from '../text/text-context.ts'
import { Notice } from '../ui/notice.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.ts'

/** A value that cannot be set here, and why. */
export function NoneField({ id, label, labelHidden, size }: FieldProps) {
  const { fields } = useText().setPoint
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={[]} group>
      <Notice icon="ban">{size === 'main' ? fields.notSettable : fields.notSettableMember}</Notice>
    </FieldFrame>
  )
}
