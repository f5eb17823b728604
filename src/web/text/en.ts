import { first } from './en/first.ts'
import { late } from './en/late.ts'

/** English, complete; the other languages must have its shape. The panel takes it in its two parts (languages.ts). */
export const en = { ...first, ...late }

export type Text = typeof en
