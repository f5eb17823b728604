import type { Route } from './enos/route.ts'

/** One EnOS to work with. Its keys stay in this program. */
export interface GatewayConfig {
  /** Names it in addresses and in the record: lower case, digits and hyphens. */
  id: string
  /** Origin and base path of the API gateway, without a slash at the end. */
  address: string
  accessKey: string
  secretKey: string
  orgId: string
  /** The asset trees to begin with. */
  treeIds: string[]
  name: string
  kind: 'embedded' | 'test' | 'production'
  /** The way there, where it is not straight. */
  route?: Route
}
