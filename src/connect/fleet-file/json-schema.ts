import * as z from 'zod'
import { fleetFileSchema } from './fleet-file.ts'

/** The JSON Schema of a fleet file, for editors. What only code can check, such as cross references, is not in it. */
export const fleetJsonSchema = (): Record<string, unknown> => ({
  title: 'Setpoint fleet file',
  description: 'The organisation that the embedded EnOS serves, and its devices.',
  ...z.toJSONSchema(fleetFileSchema, { io: 'input', unrepresentable: 'any' }),
})
