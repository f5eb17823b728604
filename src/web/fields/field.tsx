import type { ComponentType } from 'react'
import type { ControlName } from '#contract/value/data-type.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import type { FieldProps } from './field-props.ts'
import { memberFields } from './member-field.tsx'
import { StructField } from './struct-field.tsx'

/** The control of every data type; a missing one does not compile. */
const fields = { ...memberFields, struct: StructField } satisfies Record<ControlName, ComponentType<FieldProps>>

/** The editor of a value, by its definition. */
export function Field(props: FieldProps) {
  const Control = fields[dataTypeOf(props.definition).control]
  return <Control {...props} />
}
