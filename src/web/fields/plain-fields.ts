import type { ComponentType } from 'react'
import type { ControlName } from '#contract/value/data-type.ts'
import { BoolField } from './bool-field.tsx'
import { EnumField } from './enum-field.tsx'
import type { FieldProps } from './field-props.ts'
import { NoneField } from './none-field.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

/** The controls that most points have. */
export const plainFields = {
  number: NumberField,
  bool: BoolField,
  enum: EnumField,
  text: TextField,
  none: NoneField,
} satisfies Record<Exclude<ControlName, 'date' | 'timestamp' | 'array' | 'struct'>, ComponentType<FieldProps>>
