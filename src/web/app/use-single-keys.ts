import * as z from 'zod/mini'
import { useStored } from '../ui/use-stored.ts'

const schema = z.boolean()

/** Whether keys pressed alone are shortcuts, in this browser (WCAG 2.1.4). */
export const useSingleKeys = () => useStored('setpoint.singleKeys', schema, true)
