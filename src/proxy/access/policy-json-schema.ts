import * as z from 'zod'
import { policyFileSchema } from './policy.ts'

/** The JSON Schema of a policy file, for editors. What only code can check, such as names given twice, is not in it. */
export const policyJsonSchema = (): unknown => ({
  title: 'Setpoint policy file',
  description: 'How much harm a wrong value of a point can do, within which limits it may be set, and by whom.',
  ...z.toJSONSchema(policyFileSchema, { io: 'input', unrepresentable: 'any' }),
})
