import { type AskFigures, askFigures } from './ask-figures.ts'
import type { Told } from './read-figures.ts'
import { counted, duration, latency, megabytes } from './words.ts'

type Row = readonly [title: string, text: string]

/** Kinds, outcomes and states in the panel's words. */
const words: Record<string, string> = {
  instant: 'now',
  cached: 'when online',
  notSent: 'not sent',
  timedOut: 'timed out (may have acted)',
}
const inWords = (counts: [string, number][]): [string, number][] =>
  counts.map(([word, count]) => [words[word] ?? word, count])

function quantiles(ask: AskFigures, name: string): string {
  const bounds = ask.found(`${name}_bucket`).map(({ labels }) => Number(labels.le))
  const longest = Math.max(...bounds.filter(Number.isFinite), 0)
  const [half, most] = [ask.within(name, 0.5), ask.within(name, 0.99)]
  if (half === null || most === null) return 'none yet'
  return `half within ${latency(half, longest)}, 99 of 100 within ${latency(most, longest)}`
}

const ofProxy = (ask: AskFigures): Row[] => [
  ['Recorded sends', counted(inWords(ask.by('setpoint_operations_recorded_total', 'kind')))],
  ['Outcomes', counted(inWords(ask.by('setpoint_operations_total', 'outcome')))],
  ['Failures', counted(ask.by('setpoint_operation_failures_total', 'failure')) || 'none'],
  ['Send to answer', quantiles(ask, 'setpoint_send_seconds')],
  ['Open now', counted(ask.by('setpoint_operations_open', 'outcome'))],
  ['Unknown, not cleared up', String(ask.sum('setpoint_operations_unresolved'))],
  [
    'Gateways',
    ask
      .by('setpoint_gateway_answers', 'gateway')
      .map(([id, answers]) => `${id} ${answers ? 'answers' : 'does not answer'}`)
      .join(', ') || 'none was asked yet',
  ],
  ['Open panels', String(ask.sum('setpoint_panels_open'))],
]

const ofConnect = (ask: AskFigures): Row[] => [
  ['Accepted commands', counted(inWords(ask.by('setpoint_commands_accepted_total', 'kind')))],
  ['Ended', counted(inWords(ask.by('setpoint_commands_total', 'state')))],
  ['Accepted to answered', quantiles(ask, 'setpoint_instant_command_seconds')],
  ['Devices’ answers', quantiles(ask, 'setpoint_device_answer_seconds')],
  ['Steps to disk', quantiles(ask, 'setpoint_write_seconds')],
  ['Waiting', waiting(ask)],
  ['In flight', String(ask.sum('setpoint_commands_in_flight'))],
  ['Devices online', `${ask.sum('setpoint_devices_online')} of ${ask.sum('setpoint_devices_known')}`],
]

function waiting(ask: AskFigures): string {
  const count = ask.sum('setpoint_commands_waiting')
  if (count === 0) return '0'
  const devices = ask.sum('setpoint_devices_with_queue')
  const oldest = duration(ask.sum('setpoint_oldest_waiting_seconds'))
  return `${count} for ${devices} ${devices === 1 ? 'device' : 'devices'}, the oldest for ${oldest}`
}

/** @param up seconds. */
function ofBoth(ask: AskFigures, up: number): Row[] {
  const late = (quantile: string) =>
    latency(Number(ask.sum('setpoint_event_loop_delay_seconds', { quantile }).toPrecision(2)), 0)
  const cpu = up > 0 ? (100 * ask.sum('process_cpu_seconds_total')) / up : 0
  return [
    ['Event loop late by', `99 of 100 times at most ${late('0.99')}, longest ${late('1')}`],
    ['Writes that failed', String(ask.sum('setpoint_write_failures_total'))],
    ['Log', counted(ask.by('setpoint_log_lines_total', 'level'))],
    ['Process', `${megabytes(ask.sum('process_resident_memory_bytes'))}, CPU ${cpu.toFixed(1)} % since its start`],
  ]
}

/** A few lines for people about one server. @param now ms since the epoch. */
export function statsTable({ url, health, figures }: Told, now: number): string[] {
  const ask = askFigures(figures)
  const { program = '?', version = '?' } = ask.found('setpoint_info')[0]?.labels ?? {}
  const up = now / 1000 - ask.sum('process_start_time_seconds')
  const state = health.ready ? 'ready' : `not ready: ${health.why ?? 'no reason given'}`
  const rows = [...(program === 'proxy' ? ofProxy(ask) : ofConnect(ask)), ...ofBoth(ask, up)]
  const width = Math.max(...rows.map(([title]) => title.length))
  const title = program === 'proxy' ? 'Panel’s server' : 'Embedded EnOS'
  return [
    `${title} ${version} at ${url}: ${state}, up ${duration(up)}`,
    ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
  ]
}
