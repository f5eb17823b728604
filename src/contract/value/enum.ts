import { enosLocaleOf, localText } from '../enos/string-i18n.ts'
import { readEnum, type ValueDefinition } from '../enos/thing-model.ts'
import type { DataType } from './data-type.ts'
import { ExactNumber, isExactNumber } from './exact.ts'
import { previewOf } from './preview.ts'
import type { ValueProblem } from './problem.ts'
import { valueSchemaOf } from './value-schema.ts'

const integerPattern = /^(0|-?[1-9]\d*)$/

/** The keys, and whether they go out as numbers: if any key is no integer, all are texts (§6). */
function readKeys(definition: ValueDefinition) {
  const { enumType, enumDesc } = readEnum(definition)
  const keys = Object.keys(enumDesc)
  return { keys, enumDesc, asNumber: enumType === 'INT' && keys.every((key) => integerPattern.test(key)) }
}

const keyOf = (value: unknown, asNumber: boolean): string | null => {
  if (asNumber) return isExactNumber(value) ? value.value : null
  return typeof value === 'string' ? value : null
}

/** ENUM (§6): one of the model's keys, sent as a number or a text. The draft is the key. */
export const enumType: DataType<string> = {
  control: 'enum',
  valueSchema(definition) {
    const { keys, asNumber } = readKeys(definition)
    const problem: ValueProblem = { kind: 'notInEnum', keys, asNumber }
    return valueSchemaOf((value, { report }) => {
      const key = keyOf(value, asNumber)
      if (key === null || !keys.includes(key)) return report(problem)
      return isExactNumber(value) ? value : key
    })
  },
  draftSchema(definition) {
    const { keys, asNumber } = readKeys(definition)
    return valueSchemaOf((draft, { report }) => {
      if (draft === '' && !keys.includes('')) return report({ kind: 'empty' })
      if (typeof draft !== 'string' || !keys.includes(draft)) return report({ kind: 'notInEnum', keys, asNumber })
      return asNumber ? new ExactNumber(draft) : draft
    })
  },
  empty: () => '',
  draftOf(value, definition) {
    const { keys, asNumber } = readKeys(definition)
    const key = keyOf(value, asNumber)
    return key !== null && keys.includes(key) ? key : ''
  },
  format(value, definition, locale) {
    const { enumDesc, asNumber } = readKeys(definition)
    const key = keyOf(value, asNumber)
    const name = key !== null && Object.hasOwn(enumDesc, key) ? enumDesc[key] : undefined
    return (name && localText(name, enosLocaleOf(locale))) || previewOf(value)
  },
}
