import type { ReactNode } from 'react'
import { sentenceOf } from '#contract/value/sentence-of.ts'
import { useText } from '../text/text-context.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './field-frame.module.css'
import { type FieldProblem, ownProblems } from './field-problem.ts'

interface FieldFrameProps {
  id: string
  label: string
  labelHidden?: boolean | undefined
  /** All of them; those of parts are shown at the part. */
  problems: FieldProblem[]
  /** Below the control, told to assistive technology with it. */
  hint?: ReactNode
  /** Several controls under one name instead of one labelled control. */
  group?: boolean
  children: ReactNode
}

/** What `aria-describedby` of a control inside a {@link FieldFrame} points to. */
export const notesId = (id: string): string => `${id}-notes`

/** The label above a control, and what is to be said below it. */
export function FieldFrame({ id, label, labelHidden, problems, hint, group, children }: FieldFrameProps) {
  const labelClass = labelHidden ? 'visually-hidden' : styles.label
  const notes = (
    <div id={notesId(id)} className={styles.notes}>
      <ProblemList problems={ownProblems(problems)} />
      {hint}
    </div>
  )
  if (group) {
    return (
      <fieldset id={id} tabIndex={-1} className={styles.frame} aria-describedby={notesId(id)}>
        <legend className={labelClass}>{label}</legend>
        {children}
        {notes}
      </fieldset>
    )
  }
  return (
    <div className={styles.frame}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      {children}
      {notes}
    </div>
  )
}

/** The sentences of problems, in the person's language. */
export function ProblemList({ problems }: { problems: FieldProblem[] }) {
  return problems.length > 0 && <Sentences problems={problems} />
}

/** The words for them are asked for with the first problem. */
function Sentences({ problems }: { problems: FieldProblem[] }) {
  const { problems: sentences, setPoint } = useText()
  const told = new Set(
    problems.map(({ problem }) => (sentences ? sentenceOf(problem, sentences) : setPoint.checkValue)),
  )
  return [...told].map((sentence) => (
    <div key={sentence} className={styles.problem}>
      <Icon name="alert" />
      <span>{sentence}</span>
    </div>
  ))
}
