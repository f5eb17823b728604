import { dataTypeNames, type ValueDefinition } from '../enos/thing-model.ts'
import type { Operation } from './operation.ts'

/** Of these only the model knows what a part is. */
const composed: readonly string[] = ['ARRAY', 'STRUCT', 'FILE']

/** What the record tells of an operation's data type, without the model; null where that is not enough. */
export function recordedType({ shown }: Pick<Operation, 'shown'>): ValueDefinition | null {
  const dataType = dataTypeNames.find((name) => name === shown?.dataType && !composed.includes(name))
  return dataType ? { dataType, dataDefinition: {} } : null
}
