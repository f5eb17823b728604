import * as z from 'zod/mini'
import { roles } from './role.ts'

const gatewaySchema = z.object({
  /** What names it in addresses, in the header `Setpoint-Gateway` and in the record; lower case, digits and hyphens. */
  id: z.string(),
  name: z.string(),
  /** `embedded` is our own EnOS with simulated devices. */
  kind: z.enum(['embedded', 'test', 'production']),
  orgId: z.string(),
  /** The asset trees to browse (§3.1 has no call that lists them); none: devices are grouped by their model. */
  treeIds: z.array(z.string()),
  /** For the curl of an operation; no credentials. */
  address: z.string(),
})
/** One EnOS that the panel can be used with. */
export type PanelGateway = z.infer<typeof gatewaySchema>

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** The assets below which the role holds, themselves included; none: everywhere. */
  assetIds: z.array(z.string()),
  /** `builtIn` is the one user of a proxy without sign-in. */
  kind: z.enum(['builtIn', 'local', 'oidc']),
})
/** Who asks. */
export type Person = z.infer<typeof personSchema>

/** Who looks at the panel, and what it is connected to. Holds no secret. */
export const sessionSchema = z.object({
  person: personSchema,
  /** null for the built-in user. */
  signIn: z.nullable(
    z.object({
      /** When the person last proved who they are; ms since the epoch, 0 where the identity provider does not say. */
      time: z.int(),
      /** When the session ends, whatever is done; ms since the epoch. */
      endTime: z.int(),
      /** Seconds without a call after which it ends earlier. */
      idleLimit: z.int(),
    }),
  ),
  /** At least one; the first is where a panel begins. */
  gateways: z.array(gatewaySchema),
  /** Seconds for which a draft that is kept on a tablet may be released as it was typed; then it is typed again. */
  draftMaxAge: z.int(),
  /** The proxy's clock, ms since the epoch: ages and countdowns are told by it. */
  time: z.int(),
  version: z.string(),
})
export type Session = z.infer<typeof sessionSchema>
