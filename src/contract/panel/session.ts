import * as z from 'zod/mini'

/** Who looks at the panel, and what it is connected to. Holds no secret. */
export const sessionSchema = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  gateway: z.object({
    name: z.string(),
    /** `embedded` is our own EnOS with simulated devices. */
    kind: z.enum(['embedded', 'test', 'production']),
    orgId: z.string(),
    /** The asset trees to browse (§3.1 has no call that lists them); none: devices are grouped by their model. */
    treeIds: z.array(z.string()),
    /** For the curl of an operation; no credentials. */
    address: z.string(),
  }),
  /** The proxy's clock, ms since the epoch: ages and countdowns are told by it. */
  time: z.int(),
  version: z.string(),
})
export type Session = z.infer<typeof sessionSchema>
