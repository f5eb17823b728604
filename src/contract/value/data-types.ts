import type { DataTypeName, ValueDefinition } from '../enos/thing-model.ts'
import type { DataType } from './data-type.ts'
import { memberTypes } from './member-types.ts'
import { structType } from './struct.ts'

/** Every data type of §3.3. */
export const dataTypes = { ...memberTypes, STRUCT: structType } satisfies Record<DataTypeName, DataType>

export const dataTypeOf = (definition: ValueDefinition): DataType => dataTypes[definition.dataType]
