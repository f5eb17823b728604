import * as z from 'zod/mini'
import { type EndpointName, endpointNamed, endpoints, isTokenCall } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { Application } from '../registry/organisation.ts'
import type { Registry } from '../registry/registry.ts'
import { requirePermission } from './access.ts'
import type { Answer, Call, Caller } from './answer.ts'
import { readArguments, readBody } from './read-arguments.ts'
import type { RawCall } from './read-request.ts'

/** The rows that a signed call may address. */
export type SignedCall = Exclude<EndpointName, 'getToken' | 'refreshToken'>
export type Calls = { [N in SignedCall]: Call<N> }

const isSigned = (name: EndpointName): name is SignedCall => !isTokenCall(name)

/** @throws Failure invalidArgument where the path has no such action. */
function addressed({ method, path, query }: RawCall): SignedCall {
  const action = query.action ?? null
  const name = endpointNamed(method, path, action)
  if (name && isSigned(name)) return name
  const known = Object.values(endpoints).filter((row) => row.method === method && row.path === path)
  const actions = known.map((row) => row.action).join(' or ')
  throw new Failure('invalidArgument', `action: ${action ? `action must be ${actions}` : 'action is missing'}`)
}

const orgIdSchema = z.object({ orgId: z.string().check(z.minLength(1)) })

/** The organisation that the query names, where the application belongs to it (§1.6). */
function callerOf(application: Application, query: RawCall['query'], registry: Registry): Caller {
  const organisation = registry.organisation(query.orgId ?? '')
  if (!organisation) {
    readArguments(orgIdSchema, query)
    throw new Failure('invalidArgument', 'orgId: orgId does not exist')
  }
  const { orgId } = organisation
  if (application.orgId !== orgId) throw new Failure('permissionDenied', `organization ${orgId}`)
  return { application, organisation }
}

/** Serves one signed call by its row in the endpoint table: permission, arguments, then the call itself. */
export async function serveCall(
  raw: RawCall,
  application: Application,
  registry: Registry,
  calls: Calls,
): Promise<Answer> {
  const name = addressed(raw)
  const row = endpoints[name]
  requirePermission(application, row.permission)
  const caller = callerOf(application, raw.query, registry)
  const query = readArguments(row.query, raw.query)
  const body = row.body ? readArguments(row.body, readBody(raw.body)) : null
  const call = calls[name] as (caller: Caller, query: unknown, body: unknown) => Answer | Promise<Answer>
  return call(caller, query, body)
}
