import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Operation } from '#contract/panel/operation.ts'
import type { ExportFormat } from '#contract/panel/panel-calls.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import type { OperationReader } from '../store/sqlite/open-operation-store.ts'
import type { OperationFilter } from '../store/sqlite/operation-filter.ts'
import type { WithinGateway } from '../store/sqlite/within-filter.ts'
import { csvHead, csvOf } from './operation-csv.ts'
import { parseArgument, readQuery } from './read-call.ts'

/** undefined: everything. */
type Within = readonly WithinGateway[] | undefined

/** Operations read at once, and the most that wait for a slow reader. */
const pageSize = 200

const formats: Record<ExportFormat, { type: string; head(): string; line(operation: Operation): string }> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', head: csvHead, line: csvOf },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    head: () => '',
    line: (operation) => `${JSON.stringify(operation)}\n`,
  },
}

/** Page after page, newest first, each read when the one before was taken. */
function* pages(
  operations: Pick<OperationReader, 'list'>,
  filter: Omit<OperationFilter, 'cursor' | 'limit'>,
  format: ExportFormat,
  within: Within,
): Generator<Buffer> {
  const { head, line } = formats[format]
  let text = head()
  let cursor: string | null = null
  do {
    const page = operations.list({ ...filter, limit: pageSize, ...(cursor === null ? {} : { cursor }) }, within)
    text += page.items.map(line).join('')
    if (text !== '') yield Buffer.from(text)
    text = ''
    cursor = page.cursor
  } while (cursor !== null)
}

/**
 * All operations that a filter finds and the person may see, as a file, at the pace of its reader.
 * @param withinOf what the person who asks may see of a gateway, or of all.
 */
export function exportRoute(
  app: FastifyInstance,
  operations: Pick<OperationReader, 'list'>,
  withinOf: (request: FastifyRequest, gatewayId: string | undefined) => Promise<Within>,
): void {
  const { path, query } = panelEndpoints.exportOperations

  app.get(path, { config: { streamed: true } }, async (request, reply) => {
    const { format, ...filter } = parseArgument(query, readQuery(request.url))
    const within = await withinOf(request, filter.gatewayId)
    const name = `setpoint-operations-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.${format}`
    return reply
      .type(formats[format].type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(pages(operations, filter, format, within), { objectMode: false }))
  })
}
