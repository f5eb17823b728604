import { readItemType, type ValueDefinition } from '#contract/enos/thing-model.ts'

/** A data type as engineers write it: `double`, `float[ ]`. */
export const typeText = (definition: ValueDefinition): string =>
  definition.dataType === 'ARRAY' ? `${readItemType(definition).toLowerCase()}[ ]` : definition.dataType.toLowerCase()
