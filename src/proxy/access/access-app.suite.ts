import { pino } from 'pino'
import { endpoints } from '#contract/enos/endpoints.ts'
import { envelopeSchema } from '#contract/enos/envelope.ts'
import { type FailureName, failures } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { panelHeaders } from '#contract/panel/panel-calls.ts'
import { panelEndpoints } from '#contract/panel/panel-endpoints.ts'
import { permissionToSetSchema } from '#contract/panel/permission-to-set.ts'
import type { Policy } from '#contract/panel/policy.ts'
import { refusalSchema } from '#contract/panel/refusal.ts'
import type { Person } from '#contract/panel/session.ts'
import { parseExact } from '#contract/value/exact.ts'
import { openDatabase } from '#database/open-database.ts'
import { createGateways } from '../enos/gateways.ts'
import { createTargets } from '../enos/target.ts'
import { createApp } from '../http/create-app.ts'
import { enosRoutes } from '../http/enos-routes.ts'
import { createReadLimits } from '../http/limit-reads.ts'
import { permissionRoute } from '../http/permission-route.ts'
import { createManualClock } from '../operations/manual-clock.suite.ts'
import { createPerformer } from '../operations/perform.ts'
import type { Asker } from '../people/ports.ts'
import { startPlantGateway, treeId } from '../plant-gateway.suite.ts'
import { gatewayFor, orgId } from '../running-proxy.suite.ts'
import { openSendRecord } from '../store/sqlite/last-send.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { openOperationStore } from '../store/sqlite/open-operation-store.ts'
import { createAccess } from './create-access.ts'
import { createDeviceAssets } from './device-assets.ts'
import { createPlaces } from './places.ts'
import { openPolicyFile } from './policy-file.ts'
import { readPolicy } from './read-policy.ts'

export interface SetOptions {
  key?: string
  /** Exact JSON text. */
  value?: string
  query?: Record<string, string>
  reason?: string
  sentence?: string
  expected?: string
}

const failureNames = Object.keys(failures) as FailureName[]
const shown = { deviceName: '', pointName: '', unit: '', dataType: '', beforeText: '', afterText: '', beforeTime: 0 }

/** A policy as its file gives it. */
export function policyOf(file: object | null): Policy | null {
  const read = readPolicy(JSON.stringify(file ?? {}))
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'))
  return file && read.policy
}

/** Everything that decides about a send, over HTTP, for whoever `who` is at the time that `clock` tells. */
export async function startAccessApp(file: object | null = null) {
  const gateway = await startPlantGateway()
  const gateways = createGateways([{ ...gatewayFor(gateway.address), treeIds: [treeId] }])
  const database = openDatabase('sqlite::memory:', migrations)
  const store = openOperationStore(database, () => {})
  const clock = createManualClock()
  const places = createPlaces(gateways)
  const inForce = { policy: policyOf(file) }
  const who: Asker = {
    person: { id: 'p1', name: 'Ada', role: 'operator', assetIds: [], kind: 'local' },
    signIn: { time: clock.now(), endTime: clock.now() + 3_600_000, idleLimit: 600 },
  }
  const access = createAccess({
    policy: () => inForce.policy,
    targets: createTargets(gateways, clock.now),
    places,
    sends: openSendRecord(database, 'enos'),
    present: gateways,
    clock,
  })
  let ids = 0
  const newId = () => `op-${++ids}`
  const ignore = () => {}
  const parts = { store, gateway: gateways, clock, newId, follow: ignore, ended: ignore, trouble: ignore }
  const performer = createPerformer(parts)

  const app = await createApp(pino({ level: 'silent' }), { host: '127.0.0.1' })
  const identify = () => who
  enosRoutes(app, {
    gateways,
    identify,
    admit: async () => {},
    limits: createReadLimits({ places, deviceAssets: createDeviceAssets(gateways) }),
    permitFor: access.permitFor,
    perform: performer.perform,
    heard: () => {},
  })
  permissionRoute(app, { gateways, identify, access, policyFile: openPolicyFile(null, pino({ level: 'silent' })) })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  return {
    gateway,
    store,
    clock,
    inForce,
    who,
    is: (person: Partial<Person>, signIn: Partial<NonNullable<Asker['signIn']>> | null = {}) => {
      who.person = { ...who.person, ...person }
      who.signIn = signIn && who.signIn && { ...who.signIn, ...signIn }
    },
    /** How a send ends: the failure's name, null for none; its data and sentence; what is on record. */
    async set({
      key = `key-${crypto.randomUUID()}`,
      value = '1.0',
      query = {},
      reason,
      sentence,
      expected,
    }: SetOptions) {
      const { path, action } = endpoints.setMeasurepoint
      const search = new URLSearchParams({ action, orgId, assetId: 'h1', measurepointId: 'p', timeout: '1', ...query })
      for (const [name, text] of [...search]) if (text === '') search.delete(name)
      const answer = await fetch(`${url}${path}?${search}`, {
        method: 'POST',
        body: `{"value":${value}}`,
        headers: {
          'content-type': 'application/json',
          [panelHeaders.idempotencyKey]: key,
          ...(reason === undefined ? {} : { [panelHeaders.reason]: encodeURIComponent(reason) }),
          ...(expected === undefined ? {} : { [panelHeaders.expectedValue]: encodeURIComponent(expected) }),
          ...(sentence === undefined
            ? {}
            : { [panelHeaders.shown]: encodeURIComponent(JSON.stringify({ ...shown, sentence })) }),
        },
      })
      const { code, msg, data } = envelopeSchema.parse(parseExact(await answer.text()))
      const failure = code === 0 ? null : (failureNames.find((name) => failures[name].code === code) ?? null)
      const operation: Operation | undefined = store.withKey(key)
      return { failure, status: answer.status, msg, data: refusalSchema.parse(data ?? {}), operation }
    },
    async permission(query: Record<string, string> = {}) {
      const search = new URLSearchParams({ assetId: 'h1', measurepointId: 'p', ...query })
      for (const [name, text] of [...search]) if (text === '') search.delete(name)
      const answer = await fetch(`${url}${panelEndpoints.permissionToSet.path}?${search}`)
      const json: unknown = await answer.json()
      if (answer.status !== 200) throw new Error(JSON.stringify(json))
      return permissionToSetSchema.parse(json)
    },
    async stop() {
      await app.close()
      await performer.idle()
      gateways.stop()
      await gateway.stop()
      database.close()
    },
  }
}
