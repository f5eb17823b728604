import { ArrayField } from './array-field.tsx'
import { DateField } from './date-field.tsx'
import { JsonField } from './json-field.tsx'
import { StructField } from './struct-field.tsx'
import { TimestampField } from './timestamp-field.tsx'

/** The controls that few points have, in one chunk that comes when one of them is chosen. */
export const rareFields = { ArrayField, DateField, JsonField, StructField, TimestampField }
