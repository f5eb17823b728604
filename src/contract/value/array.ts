import { type ItemTypeName, readItemType, type ValueDefinition } from '../enos/thing-model.ts'
import type { DataType, Draft } from './data-type.ts'
import { doubleType } from './double.ts'
import type { ExactJson } from './exact.ts'
import { floatType } from './float.ts'
import { intType } from './int.ts'
import { previewOf } from './preview.ts'
import { stringType } from './string.ts'
import { valueSchemaOf } from './value-schema.ts'

/** Elements in one array (§6). */
export const mostElements = 128

const itemTypes = {
  INT: intType,
  FLOAT: floatType,
  DOUBLE: doubleType,
  STRING: stringType,
} satisfies Record<ItemTypeName, DataType>

/** The definition of every element: limits that the model gives the array are meant for each of them. */
export const itemDefinition = (definition: ValueDefinition): ValueDefinition => ({
  ...definition,
  dataType: readItemType(definition),
})

export const itemTypeOf = (definition: ValueDefinition): DataType => itemTypes[readItemType(definition)]

const listOf = (element: ReturnType<DataType['valueSchema']>) =>
  valueSchemaOf((list, { report, part }) => {
    if (!Array.isArray(list)) return report({ kind: 'notArray' })
    if (list.length > mostElements) {
      return report({ kind: 'tooManyElements', count: list.length, limit: mostElements })
    }
    return list.map((item, index) => part(element, item, index))
  })

/** ARRAY (§6): up to 128 elements of one type; none is allowed. The draft is the list of the elements' drafts. */
export const arrayType: DataType<Draft[]> = {
  control: 'array',
  valueSchema: (definition) => listOf(itemTypeOf(definition).valueSchema(itemDefinition(definition))),
  draftSchema: (definition) => listOf(itemTypeOf(definition).draftSchema(itemDefinition(definition))),
  empty: () => [],
  draftOf(value, definition) {
    const draftOfItem = (item: ExactJson) => itemTypeOf(definition).draftOf(item, itemDefinition(definition))
    return Array.isArray(value) ? value.map(draftOfItem) : []
  },
  format: previewOf,
  count: (value) => (Array.isArray(value) ? value.length : null),
}
