import { join } from 'node:path'
import { pino } from 'pino'
import { claimFolder } from '#database/claim-folder.ts'
import { openDatabase } from '#database/open-database.ts'
import { createCodec } from './codec/quickjs-codec.ts'
import { createCommands } from './commands/create-commands.ts'
import { createLive } from './commands/create-live.ts'
import type { ConnectConfig } from './config.ts'
import type { FleetFile } from './fleet-file/fleet-shape.ts'
import { readFleetFile } from './fleet-file/read-fleet-file.ts'
import { createCalls } from './http/calls/create-calls.ts'
import { createServer } from './http/create-server.ts'
import { listen } from './http/listen.ts'
import { createTokenService } from './http/token-service.ts'
import { laterChannel } from './later-channel.ts'
import { startBroker } from './mqtt/start-broker.ts'
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
  const logger = pino({ name: 'connect', level: config.logLevel })
  const onError = (error: unknown): void => logger.error(error)
  const clock = createSystemClock()
  const { now } = clock
  const closers: (() => void | Promise<void>)[] = [claimFolder(config.dataDir, 'connect', 'another embedded EnOS')]
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }

  try {
    const database = openDatabase(`sqlite:${join(config.dataDir, 'connect.sqlite')}`, migrations)
    closers.push(() => database.close())
    const organisations = [organisationOf(fleet)]
    const history = createValueHistory({ store: createSqliteHistoryStore(database), clock, failed: onError })
    closers.push(() => history.stop())
    const registry = createRegistry({
      organisations,
      store: createSqliteRegistryStore(database),
      now,
      failed: onError,
      history,
    })
    const { channel, open } = laterChannel()
    const store = createSqliteCommandStore(database)
    const commands = createCommands(
      createLive({
        store,
        targets: registry.targets,
        channel,
        clock,
        onError,
        onIgnoredReply: (device, { id, code }, why) => logger.warn({ device, id, code, why }, 'ignored a reply'),
      }),
    )
    closers.push(() => commands.stop(0))
    await commands.recover()
    const codec = createCodec()
    closers.push(() => codec.stop())
    const broker = await startBroker({
      host: config.mqttHost,
      port: config.mqttPort,
      directory: registry.directory,
      events: commands,
      codec,
      log: logger,
    })
    open(broker.channel)
    closers.push(() => broker.stop())
    const tokens = createTokenService(createSqliteTokenStore(database), registry.application, now)
    const server = createServer({ registry, calls: createCalls(registry, commands, history), tokens, now, logger })
    const api = await listen(server, config.host, config.port)
    closers.push(() => api.stop(commands.stop(grace)))
    const mqttHost = config.mqttHost.includes(':') ? `[${config.mqttHost}]` : config.mqttHost
    return { url: api.url, mqttUrl: `mqtt://${mqttHost}:${broker.port}`, stop: close }
  } catch (error) {
    await close()
    throw error
  }
}
