import { join } from 'node:path'
import { claimFolder } from '#database/claim-folder.ts'
import { openDatabase } from '#database/open-database.ts'
import { probeWriting } from '#database/probe-writing.ts'
import { watchFailures } from '#database/watch-failures.ts'
import { createLog } from '#service/create-log.ts'
import { createReadiness } from '#service/readiness.ts'
import { serviceRoutes } from '#service/service-routes.ts'
import { timeRequests } from '#service/time-requests.ts'
import { createCodec } from './codec/quickjs-codec.ts'
import { createCommands } from './commands/create-commands.ts'
import { createLive } from './commands/create-live.ts'
import type { Live } from './commands/live.ts'
import type { ConnectConfig } from './config.ts'
import { createConnectFigures } from './figures/create-connect-figures.ts'
import { logCommands } from './figures/log-commands.ts'
import { showState } from './figures/show-state.ts'
import { watchStore } from './figures/watch-store.ts'
import type { FleetFile } from './fleet-file/fleet-shape.ts'
import { readFleetFile } from './fleet-file/read-fleet-file.ts'
import { createCalls } from './http/calls/create-calls.ts'
import { createServer } from './http/create-server.ts'
import { holdBack } from './http/hold-back.ts'
import { listen } from './http/listen.ts'
import { createTokenService } from './http/token-service.ts'
import { laterChannel } from './later-channel.ts'
import { startBroker } from './mqtt/start-broker.ts'
import { keepWriting } from './registry/keep-writing.ts'
import { organisationOf } from './registry/organisation.ts'
import { createRegistry } from './registry/registry.ts'
import { createValueHistory } from './registry/value-history.ts'
import { migrations } from './store/sqlite/migrations.ts'
import { createSqliteCommandStore } from './store/sqlite/sqlite-command-store.ts'
import { createSqliteHistoryStore } from './store/sqlite/sqlite-history-store.ts'
import { createSqliteRegistryStore } from './store/sqlite/sqlite-registry-store.ts'
import { createSqliteTokenStore } from './store/sqlite/sqlite-token-store.ts'
import { createSystemClock } from './system-clock.ts'

export interface Connect {
  /** The EnOS API, e.g. `http://127.0.0.1:8790`. */
  url: string
  /** For devices, e.g. `mqtt://127.0.0.1:11883`. */
  mqttUrl: string
  /** Accepts nothing more, lets what is in flight end within 5 s, and closes. */
  stop(): Promise<void>
}

/** How long a command in flight may take to end when the program stops, ms. */
const grace = 5000

/**
 * Starts the embedded EnOS: registry, commands, broker and API over one database in `config.dataDir`.
 * @throws Error where the fleet is refused, or an address, the folder or the database cannot be had; nothing is left
 * running then.
 */
export async function startConnect(
  config: ConnectConfig,
  source: { fleetFile: string } | { fleet: FleetFile },
): Promise<Connect> {
  const fleet = 'fleet' in source ? source.fleet : readFleetFile(source.fleetFile)
  const figures = createConnectFigures(config.version)
  const logger = createLog('connect', config.logLevel, figures)
  const onError = (error: unknown): void => logger.error(error)
  const clock = createSystemClock()
  const { now } = clock
  const closers: (() => void | Promise<void>)[] = [figures.stop]
  /** Ahead of the others: what is in flight may end while its devices are still connected. */
  let stopApi = async (): Promise<void> => undefined
  const close = async (): Promise<void> => {
    await stopApi()
    for (const closer of closers.splice(0).reverse()) await closer()
  }

  try {
    closers.push(claimFolder(config.dataDir, 'connect', 'another embedded EnOS'))
    const file = openDatabase(`sqlite:${join(config.dataDir, 'connect.sqlite')}`, migrations)
    closers.push(() => file.close())
    const readiness = createReadiness(() => probeWriting(file))
    const database = watchFailures(file, () => {
      figures.writeFailures.inc()
      readiness.writeFailed()
    })
    const organisations = [organisationOf(fleet)]
    const history = createValueHistory({ store: createSqliteHistoryStore(database), clock, failed: onError })
    closers.push(() => history.stop())
    const registryStore = keepWriting(createSqliteRegistryStore(database))
    closers.push(() => registryStore.stop())
    const registry = createRegistry({
      organisations,
      store: registryStore,
      now,
      failed: onError,
      history,
    })
    const { channel, open } = laterChannel()
    const log = logCommands(logger, now)
    const live: Live = createLive({
      store: watchStore(
        createSqliteCommandStore(database),
        (id) => live.commands.get(id)?.command,
        (step) => {
          figures.step(step)
          log(step)
        },
      ),
      targets: registry.targets,
      channel,
      clock,
      onError,
      onIgnoredReply: (device, { id, code }, why) => {
        figures.ignoredReply()
        logger.warn({ device, id, code, why }, 'ignored a reply')
      },
    })
    const known = organisations.reduce((sum, { devices }) => sum + devices.size, 0)
    const online = (): number => registry.lives.online().length
    showState(figures.registry, { queues: live.queues, devices: { online, known }, now })
    const commands = createCommands(live)
    closers.push(() => commands.stop(0))

    // Listening comes first, so that one whose port is taken fails before it takes commands for lost.
    const tokens = createTokenService(createSqliteTokenStore(database), registry.application, now)
    const server = createServer({ registry, calls: createCalls(registry, commands, history), tokens, now, logger })
    const calls = holdBack(server)
    timeRequests(server, figures)
    serviceRoutes(server, { figures, readiness, access: { token: config.metricsToken, isBehindOthers: false } })
    const api = await listen(server, config.host, config.port)
    stopApi = async () => {
      readiness.end()
      await api.stop(commands.stop(grace))
    }

    await commands.recover()
    const codec = createCodec()
    closers.push(() => codec.stop())
    const broker = await startBroker({
      host: config.mqttHost,
      port: config.mqttPort,
      directory: registry.directory,
      events: {
        ...commands,
        online(device) {
          figures.cameOnline()
          commands.online(device)
        },
      },
      codec,
      log: logger,
    })
    open(broker.channel)
    closers.push(() => broker.stop())
    readiness.begin()
    calls.open()
    const mqttHost = config.mqttHost.includes(':') ? `[${config.mqttHost}]` : config.mqttHost
    return { url: api.url, mqttUrl: `mqtt://${mqttHost}:${broker.port}`, stop: close }
  } catch (error) {
    await close()
    throw error
  }
}
