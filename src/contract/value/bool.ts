import { enosLocaleOf } from '../enos/string-i18n.ts'
import { readBoolTexts } from '../enos/thing-model.ts'
import type { DataType } from './data-type.ts'
import { type ExactJson, isExactNumber } from './exact.ts'
import { previewOf } from './preview.ts'
import { valueSchemaOf } from './value-schema.ts'

/** Some EnOS texts speak of 0 and 1 (§6): both are understood, and are passed on as they are. */
function truthOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (!isExactNumber(value)) return null
  return value.value === '1' ? true : value.value === '0' ? false : null
}

const textOf = (value: unknown) => {
  const truth = truthOf(value)
  return truth === null ? '' : truth ? 'true' : 'false'
}

/** BOOL (§6). The draft is `true`, `false` or empty; a draft is sent as true or false. */
export const boolType: DataType<string> = {
  control: 'bool',
  valueSchema: () =>
    valueSchemaOf((value, { report }) =>
      truthOf(value) === null ? report({ kind: 'notBool' }) : (value as ExactJson),
    ),
  draftSchema: () =>
    valueSchemaOf((draft, { report }) => {
      if (draft === 'true' || draft === 'false') return draft === 'true'
      return report({ kind: draft === '' ? 'empty' : 'notBool' })
    }),
  empty: () => '',
  draftOf: textOf,
  format(value, definition, locale) {
    const truth = textOf(value)
    if (truth !== 'true' && truth !== 'false') return previewOf(value)
    return readBoolTexts(definition, enosLocaleOf(locale))[truth] || truth
  },
}
