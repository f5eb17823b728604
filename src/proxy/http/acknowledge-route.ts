import type { FastifyInstance } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import { assertRight } from '../access/right.ts'
import type { Sight } from '../access/sight.ts'
import type { OperationStore } from '../operations/ports.ts'
import type { Identify } from '../people/ports.ts'
import type { OperationReader } from '../store/sqlite/open-operation-store.ts'
import { parseArgument } from './read-call.ts'
import { readJson } from './read-json.ts'
import { sendJson } from './write-failure.ts'

/** A person's word, with a reason, that they have looked after an unknown outcome. */
export function acknowledgeRoute(
  app: FastifyInstance,
  store: Pick<OperationStore, 'note'> & Pick<OperationReader, 'get'>,
  identify: Identify,
  sight: Pick<Sight, 'seen'>,
): void {
  const { path, body: schema } = panelEndpoints.acknowledgeOperation

  app.post<{ Params: { id: string } }>(path, async (request, reply) => {
    const { params, body } = request
    const { person } = identify(request)
    assertRight(person, 'acknowledge')
    const { reason } = parseArgument(schema, readJson(body))
    const operation = await sight.seen(person, store.get(params.id), params.id)
    if (operation.outcome !== 'unknown') {
      throw new Failure('invalidArgument', `the outcome is ${operation.outcome}: only an unknown one is acknowledged`)
    }
    const noted = await store.note(operation.id, { acknowledged: { person: person.name, time: Date.now(), reason } })
    return sendJson(reply, 200, JSON.stringify(noted))
  })
}
