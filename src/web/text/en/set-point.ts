import { fields } from './fields.ts'

/** Setting a point: the editor, the review, what became of it. */
export const setPoint = { fields }
