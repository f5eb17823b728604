import * as z from 'zod'
import { readMetricsToken } from '#service/read-metrics-token.ts'

const portText = /^\d{1,5}$/
const port = z
  .string()
  .refine((text) => portText.test(text) && Number(text) <= 65_535, 'must be a port from 0 to 65535')
  .transform(Number)

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The settings of connect, by environment variable. */
const environmentSchema = z.object({
  /** The address on which the HTTP API listens. Leave it at loopback unless TLS stands in front. */
  CONNECT_HOST: z.string().default('127.0.0.1'),
  /** The port of the HTTP API; 0 takes a free one. */
  CONNECT_PORT: port.default(8790),
  /** The address on which the MQTT broker listens for devices. */
  MQTT_HOST: z.string().default('127.0.0.1'),
  /** The port of the MQTT broker (§5.1); 0 takes a free one. */
  MQTT_PORT: port.default(11_883),
  /** The folder in which `connect.sqlite` is kept; it is made where it is missing. */
  DATA_DIR: z.string().default('./data'),
  /** How much the program says, as lines of JSON on standard output; `debug` also tells of refused reports. */
  LOG_LEVEL: z.enum(logLevels).default('warn'),
})

export interface ConnectConfig {
  host: string
  port: number
  mqttHost: string
  mqttPort: number
  dataDir: string
  logLevel: (typeof logLevels)[number]
  /** What opens `/metrics`; null: only this machine reads it. */
  metricsToken: string | null
  version: string
}

/**
 * Reads the settings; one that is set to nothing counts as not set.
 * @throws Error with a line for each setting that is wrong.
 */
export function readConfig(environment: Record<string, string | undefined>): ConnectConfig {
  const result = environmentSchema.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  )
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new Error(['The environment has wrong settings:', ...lines].join('\n'))
  }
  const { CONNECT_HOST, CONNECT_PORT, MQTT_HOST, MQTT_PORT, DATA_DIR, LOG_LEVEL } = result.data
  return {
    host: CONNECT_HOST,
    port: CONNECT_PORT,
    mqttHost: MQTT_HOST,
    mqttPort: MQTT_PORT,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
    metricsToken: readMetricsToken(environment),
    version: environment.npm_package_version ?? 'unknown',
  }
}
