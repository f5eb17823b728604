import type * as z from 'zod/mini'
import type { ValueDefinition } from '../enos/thing-model.ts'
import type { ExactJson } from './exact.ts'

/** The control that edits a value; `web/fields/field.tsx` has a component for each. */
export type ControlName = 'number' | 'bool' | 'enum' | 'text' | 'date' | 'timestamp' | 'array' | 'struct' | 'none'

/**
 * What the form holds: the very text of each box, from the key press on.
 * A list for an array, a map of member → draft for a struct.
 */
export type Draft = string | Draft[] | { [member: string]: Draft }

/**
 * One data type of §6. Shared code never branches on a type's name: each type declares its own answers here.
 */
export interface DataType<D extends Draft = Draft> {
  control: ControlName
  /**
   * Checks an exact JSON value (an API body, a raw JSON text).
   * Issues are custom issues whose `params.problem` is a {@link ValueProblem}; `message` is its English sentence.
   */
  valueSchema(definition: ValueDefinition): z.ZodMiniType<ExactJson, unknown>
  /** Reads a draft into the exact JSON value, and checks it as {@link valueSchema} does. Issue paths follow the draft. */
  draftSchema(definition: ValueDefinition): z.ZodMiniType<ExactJson, unknown>
  /** An empty draft: nothing is chosen for the person. */
  empty(definition: ValueDefinition): D
  /** The draft that would give this value; {@link empty} parts where the value does not fit. */
  draftOf(value: ExactJson, definition: ValueDefinition): D
  /**
   * For people: grouped digits with every digit kept, the enum's name, the words of a bool;
   * for an array or a struct a preview of at most 60 characters, e.g. `[1.0, 2.5, …]`. A value of another type is shown as it is.
   * `locale` is a BCP 47 tag, e.g. `en`; `timezone` the device's as EnOS names it (§3.2), UTC without it.
   */
  format(value: ExactJson, definition: ValueDefinition, locale: string, timezone?: string): string
  /** How many elements or members the value has, for "8 items"; null where it is not such a value. */
  count?(value: ExactJson): number | null
}
