import type { ValueDefinition } from '../enos/thing-model.ts'
import type { DataType } from './data-type.ts'
import { previewOf } from './preview.ts'
import { valueSchemaOf } from './value-schema.ts'

const refusing = ({ dataType }: ValueDefinition) =>
  valueSchemaOf((_value, { report }) => report({ kind: 'notSettable', dataType }))

/** FILE (§6): uploaded over another road, so that no value of it can be set. */
export const fileType: DataType<string> = {
  control: 'none',
  valueSchema: refusing,
  draftSchema: refusing,
  empty: () => '',
  draftOf: () => '',
  format: previewOf,
}
