import { join } from 'node:path'
import { claimFolder } from '#database/claim-folder.ts'
import { openDatabase } from '#database/open-database.ts'
import { probeWriting } from '#database/probe-writing.ts'
import { watchFailures } from '#database/watch-failures.ts'
import { createLog } from '#service/create-log.ts'
import { isLoopbackHost } from '#service/is-loopback-host.ts'
import { createReadiness } from '#service/readiness.ts'
import { serviceRoutes } from '#service/service-routes.ts'
import { timeRequests } from '#service/time-requests.ts'
import { openPolicyFile } from './access/policy-file.ts'
import { assertRight, rightOf } from './access/right.ts'
import type { ProxyConfig } from './config.ts'
import { createProxyFigures, type ProxyFigures } from './figures/create-proxy-figures.ts'
import { showState } from './figures/show-state.ts'
import { createAdmission } from './http/create-admission.ts'
import { enosRoutes } from './http/enos-routes.ts'
import { gatewayRoute } from './http/gateway-route.ts'
import { createReadLimits } from './http/limit-reads.ts'
import { oidcRoutes } from './http/oidc-routes.ts'
import { openDoors } from './http/open-doors.ts'
import { panelRoutes } from './http/panel-routes.ts'
import { permissionRoute } from './http/permission-route.ts'
import { signInRoutes } from './http/sign-in-routes.ts'
import { staticFiles } from './http/static-files.ts'
import { createRefusalLog } from './log-refusals.ts'
import { openOperations } from './open-operations.ts'
import { canceledBy, outdatedBy } from './operations/affected.ts'
import { roleOf } from './people/grants.ts'
import { createSignInElsewhere } from './people/oidc/sign-in-elsewhere.ts'
import type { Proof } from './people/ports.ts'
import { migrations } from './store/sqlite/migrations.ts'
import { openOperationCounts } from './store/sqlite/operation-counts.ts'

/** ms that calls under way may still take when the proxy is told to stop. */
const grace = 5000

/** Where a reverse proxy stands in front, its requests look as if they came from this machine. */
const figuresAccessOf = ({ metricsToken, panelUrl, trustedProxies }: ProxyConfig) => ({
  token: metricsToken,
  isBehindOthers: trustedProxies.length > 0 || (panelUrl !== null && !isLoopbackHost(panelUrl.hostname)),
})

interface Proxy {
  /** E.g. `http://127.0.0.1:8787`. */
  url: string
  stop(): Promise<void>
}

async function openProxy(config: ProxyConfig, figures: ProxyFigures): Promise<Proxy> {
  const logger = createLog('proxy', config.logLevel, figures)
  const treeless = config.gateways.filter(({ treeIds }) => treeIds.length === 0).map(({ id }) => id)
  const policyFile = openPolicyFile(config.policyFile, logger, treeless)
  const grantOf = (claims: Proof['claims']) => roleOf(claims, policyFile.policy()?.grants ?? [])
  const doors = await openDoors(config, {
    logger,
    signInElsewhere: config.oidc !== null,
    grantOf,
  })
  const { app, people, browsers } = doors
  const file = openDatabase(`sqlite:${join(config.dataDirectory, 'proxy.sqlite')}`, migrations)
  const readiness = createReadiness(() => probeWriting(file))
  const database = watchFailures(file, () => {
    figures.writeFailures.inc()
    readiness.writeFailed()
  })
  for (const warning of config.warnings ?? []) logger.warn(warning)
  if (config.oidc && !policyFile.policy()?.grants.length) {
    logger.warn('no grant in POLICY_FILE gives people of the identity provider a role: nobody of them gets in')
  }
  const operations = openOperations({ config, database, policyFile, figures, logger })
  const { store, events, gateways, places, deviceAssets, sight, follower, performer, access } = operations
  const refusals = createRefusalLog(logger)

  // Listening comes first, so that a proxy whose port is taken fails before it takes operations for lost.
  const admission = createAdmission(app, readiness)
  let boundUrl = ''
  app.addHook('preClose', async () => events.stop())
  const { identify } = browsers
  enosRoutes(app, {
    gateways,
    identify,
    admit: (asker, { name, query }, gatewayId) =>
      refusals.logged(asker, { call: name, gatewayId, ...query }, async () => assertRight(asker.person, rightOf(name))),
    limits: createReadLimits({ places, deviceAssets }),
    permitFor: (asker) => refusals.permit(asker, access.permitFor(asker)),
    perform: performer.perform,
    heard: ({ name, query }, data, gatewayId) => {
      if (name === 'cancelCommand') follower.askNow(canceledBy({ ...query, gatewayId }, data))
      else if (name === 'getCommand' || name === 'searchCommand') follower.askNow(outdatedBy(data, gatewayId))
    },
  })
  const shownGateways = config.gateways.map(({ id, name, kind, orgId, treeIds, address }) => ({
    id,
    name,
    kind,
    orgId,
    treeIds,
    address,
  }))
  signInRoutes(app, {
    people,
    sessions: browsers,
    session: { gateways: shownGateways, draftMaxAge: config.draftMaxAge, version: config.version },
    elsewhere: config.oidc?.name ?? null,
    ended: events.closeEnded,
    logger,
  })
  if (config.oidc) {
    oidcRoutes(app, {
      signIn: createSignInElsewhere(config.oidc, grantOf),
      sessions: browsers,
      origin: () => config.panelUrl?.origin ?? boundUrl,
    })
  }
  timeRequests(app, figures, ({ routeOptions }) => routeOptions.config.streamed === true)
  showState(figures.registry, { counts: openOperationCounts(database), gateways: gateways.all, panels: events.open })
  serviceRoutes(app, { figures, readiness, access: figuresAccessOf(config), config: { openTo: 'everybody' } })
  panelRoutes(app, { identify, watch: browsers.watch, operations: store, events, sight })
  permissionRoute(app, { gateways, identify, access, policyFile })
  gatewayRoute(app, gateways)
  await staticFiles(app, config.webDirectory)

  async function stop(): Promise<void> {
    admission.end()
    operations.rest()
    policyFile.stop()
    const idle = performer.idle()
    const deadline = setTimeout(() => {
      gateways.stop()
      // However long the disk takes to record what was broken off: whoever waits is told of it first.
      void idle.then(() => setTimeout(() => app.server.closeAllConnections(), 1000).unref())
    }, grace)
    // Till then whoever asks hears that the server is stopping.
    await idle
    await app.close()
    clearTimeout(deadline)
    gateways.stop()
    await performer.idle()
    await operations.told()
    database.close()
    doors.close()
  }

  try {
    const url = await app.listen({ host: config.host, port: config.port })
    boundUrl = url
    await operations.resume()
    policyFile.watch()
    admission.begin()
    // Noted down elsewhere with the log, the chain's end shows later whether it was rewritten or cut.
    logger.info({ url, gateways: shownGateways.map(({ id }) => id), audit: store.auditHead() }, 'proxy listens')
    return { url, stop }
  } catch (error) {
    admission.refuse(error)
    await stop()
    throw error
  }
}

/**
 * Starts the panel's server: operations recorded, sent once, followed and told.
 * @returns its address, and what stops it.
 * @throws Error where a setting is wrong, or another proxy has the data folder: it would follow the same operations.
 */
export async function startProxy(config: ProxyConfig): Promise<Proxy> {
  const giveBack = claimFolder(config.dataDirectory, 'proxy', 'another Setpoint proxy')
  const figures = createProxyFigures(config.version)
  const release = (): void => {
    figures.stop()
    giveBack()
  }
  try {
    const { url, stop } = await openProxy(config, figures)
    return { url, stop: () => stop().finally(release) }
  } catch (error) {
    release()
    throw error
  }
}
