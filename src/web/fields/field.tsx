import type { ComponentType } from 'react'
import type { ControlName } from '#contract/value/data-type.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import type { FieldProps } from './field-props.ts'
import { LateArrayField, LateDateField, LateStructField, LateTimestampField } from './late-fields.tsx'
import { plainFields } from './plain-fields.ts'

/** The control of every data type; a missing one does not compile. */
const fields = {
  ...plainFields,
  date: LateDateField,
  timestamp: LateTimestampField,
  array: LateArrayField,
  struct: LateStructField,
} satisfies Record<ControlName, ComponentType<FieldProps>>

/** The editor of a value, by its definition. */
export function Field(props: FieldProps) {
  const Control = fields[dataTypeOf(props.definition).control]
  return <Control {...props} />
}
