import type { Operation } from '#contract/panel/operation.ts'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'

type Cell = string | number | null

/** A byte order mark: without it Excel reads UTF-8 as the machine's old code page. */
export const csvStart = '\uFEFF'

const numberOrDate = /^\s*[-+]?[.,]?\d|^\s*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ./-]?\d/i
const truth = /^\s*(true|false)\s*$/i
const formula = /^\s*['=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * A text that a spreadsheet keeps as it is. What it would take for a formula and run, or for a number, a date or a truth
 * value and so rewrite, gets one apostrophe in front, and so does a text that begins with one: whoever reads the file
 * by program takes one leading apostrophe off. `="…"` would be shown more neatly, and is itself a formula.
 */
const guarded = (text: string): string =>
  formula.test(text) || numberOrDate.test(text) || truth.test(text) ? `'${text}` : text

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One record of RFC 4180, ended by CRLF. Numbers are plain, null is empty. */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? quoted(guarded(cell)) : (cell ?? ''))).join()}\r\n`

const timeText = (time: number | null | undefined): string => (time ? new Date(time).toISOString() : '')

/** The value alone, with its digits, as JSON text. */
function valueText(body: string): string {
  const json = parseExact(body)
  return typeof json === 'object' && json !== null && 'value' in json ? stringifyExact(json.value) : body
}

/** Column → what an operation has there. Times are UTC. */
const columns: Record<string, (operation: Operation) => Cell> = {
  id: ({ id }) => id,
  recorded: ({ createTime }) => timeText(createTime),
  ended: ({ endTime }) => timeText(endTime),
  person: ({ person }) => person,
  personId: ({ personId }) => personId ?? '',
  remoteAddress: ({ remoteAddress }) => remoteAddress ?? '',
  gatewayId: ({ gatewayId }) => gatewayId ?? '',
  orgId: ({ orgId }) => orgId,
  assetId: ({ assetId }) => assetId,
  productKey: ({ productKey }) => productKey,
  deviceKey: ({ deviceKey }) => deviceKey,
  deviceName: ({ shown }) => shown?.deviceName ?? '',
  measurepointId: ({ measurepointId }) => measurepointId,
  pointName: ({ shown }) => shown?.pointName ?? '',
  dataType: ({ shown }) => shown?.dataType ?? '',
  unit: ({ shown }) => shown?.unit ?? '',
  before: ({ shown }) => shown?.beforeText ?? '',
  beforeReported: ({ shown }) => timeText(shown?.beforeTime),
  beforeAgeSeconds: ({ shown, createTime }) =>
    shown?.beforeTime ? Math.round((createTime - shown.beforeTime) / 1000) : null,
  after: ({ shown }) => shown?.afterText ?? '',
  value: ({ body }) => valueText(body),
  body: ({ body }) => body,
  mode: ({ pendingTtl }) => (pendingTtl === 0 ? 'instant' : 'cached'),
  pendingTtlSeconds: ({ pendingTtl }) => pendingTtl,
  timeoutSeconds: ({ timeout }) => timeout,
  pointClass: ({ pointClass }) => pointClass ?? '',
  expectedValue: ({ expectedValue }) => expectedValue ?? '',
  reason: ({ reason }) => reason ?? '',
  sentence: ({ shown }) => shown?.sentence ?? '',
  outcome: ({ outcome }) => outcome,
  failure: ({ failure }) => failure ?? '',
  code: ({ code }) => code,
  message: ({ message }) => message,
  commandId: ({ commandId }) => commandId,
  state: ({ state }) => state,
  steps: ({ steps }) =>
    steps.map(({ kind, time, detail }) => [timeText(time), kind, detail].filter(Boolean).join(' ')).join('\n'),
  answer: ({ answer }) => answer,
  verdict: ({ verdict }) => verdict?.kind ?? '',
  verdictTime: ({ verdict }) => timeText(verdict?.time),
  verdictEvidence: ({ verdict }) => (verdict ? JSON.stringify(verdict.evidence) : ''),
  acknowledged: ({ acknowledged }) => timeText(acknowledged?.time),
  acknowledgedBy: ({ acknowledged }) => acknowledged?.person ?? '',
  acknowledgedReason: ({ acknowledged }) => acknowledged?.reason ?? '',
  readBack: ({ readBack }) => readBack?.kind ?? '',
  readBackValue: ({ readBack }) => readBack?.report?.value ?? '',
  readBackReported: ({ readBack }) => timeText(readBack?.report?.time),
  idempotencyKey: ({ idempotencyKey }) => idempotencyKey,
  revision: ({ revision }) => revision,
}

export const csvHead = (): string => csvStart + csvLine(Object.keys(columns))

export const csvOf = (operation: Operation): string =>
  csvLine(Object.values(columns).map((cellOf) => cellOf(operation)))
