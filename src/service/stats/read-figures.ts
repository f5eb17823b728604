import * as z from 'zod'

const metricsSchema = z.array(
  z.object({
    name: z.string(),
    type: z.string(),
    values: z.array(
      z.object({
        value: z.number(),
        labels: z.record(z.string(), z.union([z.string(), z.number()])),
        /** Of a part of a histogram: its name with `_bucket`, `_sum` or `_count`. */
        metricName: z.string().optional(),
      }),
    ),
  }),
)
type Metrics = z.output<typeof metricsSchema>

const healthSchema = z.object({ live: z.boolean(), ready: z.boolean(), why: z.string().optional() })

/** One line of `/metrics`. */
export interface Figure {
  name: string
  labels: Record<string, string>
  value: number
}

/** What one server told of itself. */
export interface Told {
  url: string
  health: z.output<typeof healthSchema>
  figures: Figure[]
}

/** ms; a server whose disk is held by somebody else answers after 5 s. */
const patience = 15_000

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}

/**
 * Asks a server how it does.
 * @param token of METRICS_TOKEN, where one is set; it goes nowhere but to this address.
 * @throws Error that says why there is no answer.
 */
export async function readFigures(url: string, token: string | null): Promise<Told> {
  const ask = async (path: string) => {
    try {
      const headers = { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
      return await fetch(url + path, { headers, redirect: 'error', signal: AbortSignal.timeout(patience) })
    } catch (error) {
      throw new Error(`${url} does not answer: ${reasonOf(error)}`, { cause: error })
    }
  }
  const [health, metrics] = await Promise.all([ask('/health'), ask('/metrics')])
  if (!metrics.ok) throw new Error(`${url}/metrics refuses with ${metrics.status}: ${(await metrics.text()).trim()}`)
  try {
    return {
      url,
      health: healthSchema.parse(await health.json()),
      figures: figuresOf(metricsSchema.parse(await metrics.json())),
    }
  } catch (cause) {
    throw new Error(`${url} is no server of Setpoint: its answer cannot be read`, { cause })
  }
}

const figuresOf = (metrics: Metrics): Figure[] =>
  metrics.flatMap(({ name, values }) =>
    values.map(({ value, labels, metricName = name }) => ({
      name: metricName,
      labels: Object.fromEntries(Object.entries(labels).map(([label, text]) => [label, String(text)])),
      value,
    })),
  )
