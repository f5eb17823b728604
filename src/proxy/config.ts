import * as z from 'zod'
import { isLoopbackHost } from '#service/is-loopback-host.ts'
import { readMetricsToken } from '#service/read-metrics-token.ts'
import type { GatewayConfig } from './gateway-config.ts'
import { type OidcConfig, oidcConfigOf, oidcSettings } from './people/oidc/oidc-config.ts'
import { readGatewaysFile } from './read-gateways-file.ts'
import { type PeopleConfig, peopleConfigOf, peopleSettings } from './read-people-config.ts'
import { readRoute } from './read-route.ts'
import { readSecretFiles } from './read-secret-files.ts'

export interface ProxyConfig extends PeopleConfig {
  host: string
  /** 0 takes any free port. */
  port: number
  dataDirectory: string
  /** Where the built panel is; served when it is there. */
  webDirectory: string
  /** The name of the one built-in user. */
  personName: string
  /** At least one; the first is where a panel begins. */
  gateways: GatewayConfig[]
  /** Where the policy is; null for none: every point is routine, and nothing is limited. */
  policyFile: string | null
  /** The identity provider at which people sign in; null for none. */
  oidc: OidcConfig | null
  /** Seconds for which a draft that is kept on a tablet may be released as it was typed. */
  draftMaxAge: number
  /** What should be mended in the settings though it works; each a sentence. */
  warnings?: string[]
  /** What opens `/metrics`; null: only this machine reads it, where nothing stands in front. */
  metricsToken: string | null
  version: string
  logLevel: string
}

const text = z.string().trim().min(1)

/** The settings, each an environment variable. */
const settings = z.object({
  /** The address to listen on. Anything but loopback needs people who sign in. */
  PROXY_HOST: text.default('127.0.0.1'),
  PROXY_PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** The directory of proxy.sqlite, which holds every operation, and of people.sqlite. */
  DATA_DIR: text.default('./data'),
  /** The directory of the built panel. */
  WEB_DIR: text.default('./dist/web'),
  /** A JSON file that names several gateways; instead of ENOS_URL and all that goes with it. */
  GATEWAYS_FILE: text.optional(),
  /** The API gateway of EnOS (§4), e.g. `https://apim-…`; without it, the embedded EnOS. */
  ENOS_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** The application's access key and secret key. They stay in this program. Each also as `…_FILE`. */
  ENOS_ACCESS_KEY: text.optional(),
  ENOS_SECRET_KEY: text.optional(),
  /** The organisation whose devices are set. */
  ENOS_ORG_ID: text.optional(),
  /** The asset trees to begin with, separated by commas. */
  ENOS_TREE_IDS: text.optional(),
  /** Certificates in PEM form that vouch for the gateway, besides those that Node trusts. */
  ENOS_CA_FILE: text.optional(),
  /** What the panel calls the gateway. */
  GATEWAY_NAME: text.optional(),
  /** Whether real plant hangs on a gateway named by ENOS_URL; without a word, it does. */
  GATEWAY_KIND: z.enum(['test', 'production']).optional(),
  /** The policy (docs/policy.schema.json): classes of points, limits and grants. Read again when it changes. */
  POLICY_FILE: text.optional(),
  /** The name of the one built-in user. */
  PERSON_NAME: text.default('Local user'),
  /** Hours for which a draft that is kept on a tablet may be released as it was typed; then it is typed again. */
  DRAFT_MAX_AGE_HOURS: z.coerce.number().min(0).max(8760).default(24),
  /** fatal, error, warn, info, debug, trace or silent. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ...peopleSettings,
  ...oidcSettings,
})
type Settings = z.output<typeof settings>

function gatewayOf(read: Settings, embedded: GatewayConfig | undefined): GatewayConfig {
  const { ENOS_URL, ENOS_ACCESS_KEY, ENOS_SECRET_KEY, ENOS_ORG_ID, ENOS_TREE_IDS, GATEWAY_NAME, GATEWAY_KIND } = read
  if (!ENOS_URL && embedded) return { ...embedded, name: GATEWAY_NAME ?? embedded.name }
  if (!ENOS_URL || !ENOS_ACCESS_KEY || !ENOS_SECRET_KEY || !ENOS_ORG_ID) {
    throw new Error(
      'set ENOS_URL, ENOS_ACCESS_KEY, ENOS_SECRET_KEY and ENOS_ORG_ID together (keys also as …_FILE), or GATEWAYS_FILE',
    )
  }
  return {
    id: 'enos',
    address: ENOS_URL,
    accessKey: ENOS_ACCESS_KEY,
    secretKey: ENOS_SECRET_KEY,
    orgId: ENOS_ORG_ID,
    treeIds: (ENOS_TREE_IDS ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
    name: GATEWAY_NAME ?? new URL(ENOS_URL).host,
    kind: GATEWAY_KIND ?? 'production',
    route: readRoute(ENOS_URL, read.ENOS_CA_FILE),
  }
}

/** What belongs to the one gateway of ENOS_URL: beside a file of gateways it would be left unheard. */
const ofOneGateway = [
  'ENOS_URL',
  'ENOS_ACCESS_KEY',
  'ENOS_SECRET_KEY',
  'ENOS_ORG_ID',
  'ENOS_TREE_IDS',
  'ENOS_CA_FILE',
  'GATEWAY_NAME',
  'GATEWAY_KIND',
] as const

function gatewaysOf(read: Settings, embedded: GatewayConfig | undefined): Pick<ProxyConfig, 'gateways' | 'warnings'> {
  if (!read.GATEWAYS_FILE) return { gateways: [gatewayOf(read, embedded)] }
  const beside = ofOneGateway.filter((name) => read[name] !== undefined)
  if (beside.length > 0) {
    const names = beside.join(', ')
    throw new Error(
      `set either GATEWAYS_FILE or ENOS_URL: with GATEWAYS_FILE, leave out ${names}, and give it in the file`,
    )
  }
  return readGatewaysFile(read.GATEWAYS_FILE, embedded)
}

/** @throws Error where the provider could not send anybody back: `0.0.0.0` is no address of ours for a browser. */
function readOidc(read: Settings): OidcConfig | null {
  const oidc = oidcConfigOf(read)
  if (oidc && !read.PANEL_URL && !isLoopbackHost(read.PROXY_HOST)) {
    throw new Error('set PANEL_URL to the address of the panel: with OIDC_ISSUER, people are sent back there')
  }
  return oidc
}

/**
 * The proxy's settings from the environment; an empty variable counts as absent.
 * @param embedded the gateway to use where ENOS_URL names none, and where GATEWAYS_FILE asks for it.
 * @throws Error that names the variable and what it must be.
 */
export function readProxyConfig(
  environment: Record<string, string | undefined>,
  embedded?: GatewayConfig,
): ProxyConfig {
  const present = Object.fromEntries(Object.entries(readSecretFiles(environment)).filter(([, value]) => value?.trim()))
  const { success, data, error } = settings.safeParse(present)
  if (!success) {
    throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  }
  return {
    host: data.PROXY_HOST,
    port: data.PROXY_PORT,
    dataDirectory: data.DATA_DIR,
    webDirectory: data.WEB_DIR,
    personName: data.PERSON_NAME,
    policyFile: data.POLICY_FILE ?? null,
    draftMaxAge: Math.round(data.DRAFT_MAX_AGE_HOURS * 3600),
    ...gatewaysOf(data, embedded),
    ...peopleConfigOf(data),
    oidc: readOidc(data),
    metricsToken: readMetricsToken(environment),
    version: environment.npm_package_version ?? 'unknown',
    logLevel: data.LOG_LEVEL,
  }
}
