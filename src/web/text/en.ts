import type { ProblemSentences } from '#contract/value/problem.ts'
import { first } from './en/first.ts'
import { late } from './en/late.ts'

/** English, complete; the other languages must have its shape. The panel takes it in its two parts (languages.ts). */
export const en = { ...first, ...late }

/** The sentences of a draft's problems are null until the late words have come. */
export type Text = Omit<typeof en, 'problems'> & { problems: ProblemSentences | null }
