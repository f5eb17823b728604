import { parseArgs } from 'node:util'
import { readMetricsToken } from '../read-metrics-token.ts'
import { askFigures } from './ask-figures.ts'
import { readFigures, type Told } from './read-figures.ts'
import { statsTable } from './stats-table.ts'

export const statsUsage = `Usage: setpoint stats [--url http://127.0.0.1:8787]… [--json]
  Tells how the running servers do, by their figures: what was sent and how it ended, what waits, how long it takes.
  --url   a server, as often as needed; else the panel's and the embedded EnOS's by the settings
  --json  for programs: an array of {url, program, version, ready, why, figures: [{name, labels, value}]}
  The token of METRICS_TOKEN or METRICS_TOKEN_FILE goes along where it is set.`

type Environment = Record<string, string | undefined>

function urlOf(host: string | undefined, port: string | undefined, usual: number): string {
  const name = host?.trim() || '127.0.0.1'
  // What listens everywhere listens here too.
  const here = name === '0.0.0.0' || name === '::' ? '127.0.0.1' : name
  return `http://${here.includes(':') ? `[${here}]` : here}:${port?.trim() || usual}`
}

/** The servers by the settings of `setpoint start`; with ENOS_URL there is no embedded EnOS. */
function ownUrls(environment: Environment): string[] {
  const { PROXY_HOST, PROXY_PORT, CONNECT_HOST, CONNECT_PORT, TLS_CERT_FILE, PANEL_URL, ENOS_URL } = environment
  const panelUrl = PANEL_URL?.trim().replace(/\/+$/, '')
  if (TLS_CERT_FILE?.trim() && !panelUrl) {
    throw new Error('--url: under which name is the panel’s certificate? Give its address, or set PANEL_URL')
  }
  // A certificate is for a name, not for 127.0.0.1.
  const panel = TLS_CERT_FILE?.trim() && panelUrl ? panelUrl : urlOf(PROXY_HOST, PROXY_PORT, 8787)
  return ENOS_URL?.trim() ? [panel] : [panel, urlOf(CONNECT_HOST, CONNECT_PORT, 8790)]
}

function readUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    throw new Error(`--url: must be like http://127.0.0.1:8787, without a path: ${given} is not`)
  }
  return url.origin
}

const asJson = ({ url, health, figures }: Told) => {
  const { program, version } = askFigures(figures).found('setpoint_info')[0]?.labels ?? {}
  return { url, program, version, ...health, figures }
}

/**
 * The command `stats`.
 * @param print takes the text, which never holds the token.
 * @returns its exit code: 0 those that were named answered, or at least one where none was; 1 not so.
 */
export async function runStats(
  args: string[],
  environment: Environment,
  print: (line: string) => void,
): Promise<number> {
  const url = { type: 'string', multiple: true, default: [] as string[] } as const
  const { values } = parseArgs({ args, options: { url, json: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) {
    print(statsUsage)
    return 0
  }
  const token = readMetricsToken(environment)
  const urls = values.url.length > 0 ? values.url.map(readUrl) : ownUrls(environment)
  const answers = await Promise.allSettled(urls.map((one) => readFigures(one, token)))
  const told = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  const lines = answers.flatMap((answer) =>
    answer.status === 'fulfilled'
      ? statsTable(answer.value, Date.now())
      : [answer.reason instanceof Error ? answer.reason.message : String(answer.reason)],
  )
  // At once: a reader that takes only the first lines is not written to when it has gone.
  print(values.json ? JSON.stringify(told.map(asJson), null, 2) : lines.join('\n'))
  return told.length === 0 || (values.url.length > 0 && told.length < urls.length) ? 1 : 0
}
