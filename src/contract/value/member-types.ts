import type { DataTypeName, ValueDefinition } from '../enos/thing-model.ts'
import { arrayType } from './array.ts'
import { boolType } from './bool.ts'
import type { DataType } from './data-type.ts'
import { dateType } from './date.ts'
import { doubleType } from './double.ts'
import { enumType } from './enum.ts'
import { fileType } from './file.ts'
import { floatType } from './float.ts'
import { intType } from './int.ts'
import { stringType } from './string.ts'
import { timestampType } from './timestamp.ts'

/** What a member of a struct may be (§3.3). */
export const memberTypes = {
  INT: intType,
  FLOAT: floatType,
  DOUBLE: doubleType,
  BOOL: boolType,
  ENUM: enumType,
  STRING: stringType,
  DATE: dateType,
  TIMESTAMP: timestampType,
  ARRAY: arrayType,
  /** A struct in a struct does not exist in any thing model: it is refused as a file is. */
  STRUCT: fileType,
  FILE: fileType,
} satisfies Record<DataTypeName, DataType>

export const memberTypeOf = (member: ValueDefinition): DataType => memberTypes[member.dataType]
