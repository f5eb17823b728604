import { crossReferenceProblems } from './cross-references.ts'
import { fleetShapeSchema } from './fleet-shape.ts'

/** The organisation that the embedded EnOS serves: what `npm run connect -- --fleet FILE` reads. */
export const fleetFileSchema = fleetShapeSchema.superRefine((file, context) => {
  for (const { path, message } of crossReferenceProblems(file)) context.addIssue({ code: 'custom', path, message })
})
