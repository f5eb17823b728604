import type { ReactNode } from 'react'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { Draft } from '#contract/value/data-type.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { FieldProblem } from './field-problem.ts'

/** What a field must know of a point, a member or an element. */
export type FieldDefinition = Pick<
  Measurepoint,
  'dataType' | 'dataDefinition' | 'minimum' | 'maximum' | 'step' | 'unit'
>

/** What every control of a value gets. */
export interface FieldProps {
  /** Of the control itself; its label, problems and hints hang on it. */
  id: string
  label: string
  /** The label is there for assistive technology only. */
  labelHidden?: boolean
  /** `main` is the one big control of the editor, `part` an element or a member. */
  size: 'main' | 'part'
  definition: FieldDefinition
  draft: Draft
  onChange: (draft: Draft) => void
  /** With paths counted from this control. */
  problems: FieldProblem[]
  /** What the device reported last; undefined for nothing. */
  present: ExactJson | undefined
  /** It was reported so long ago that it may have changed unseen. */
  isPresentOld?: boolean
  /** Of the device, as EnOS names it (§3.2). */
  timezone: string
  /** Stands before the big box, on its line: the present value. */
  before?: ReactNode
}

/** The draft of a control that holds one text. */
export const textOfDraft = (draft: Draft): string => (typeof draft === 'string' ? draft : '')
