import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Operation } from '#contract/panel/operation.ts'
import type { Database } from '#database/open-database.ts'
import { createAccess } from './access/create-access.ts'
import { createDeviceAssets } from './access/device-assets.ts'
import { createPlaces } from './access/places.ts'
import type { PolicyFile } from './access/policy-file.ts'
import { createSight } from './access/sight.ts'
import type { ProxyConfig } from './config.ts'
import { definitionBy } from './enos/definition-by.ts'
import { createGateways } from './enos/gateways.ts'
import { createTargets } from './enos/target.ts'
import type { ProxyFigures } from './figures/create-proxy-figures.ts'
import { createEventStream } from './http/event-stream.ts'
import { logSteps } from './log-steps.ts'
import { createNewSteps } from './new-steps.ts'
import { sameDevice } from './operations/affected.ts'
import { createFollower } from './operations/follow.ts'
import { gatewaysMissing } from './operations/gateways-missing.ts'
import { createObserver } from './operations/observe.ts'
import { createPerformer } from './operations/perform.ts'
import { recover } from './operations/recover.ts'
import { openSendRecord } from './store/sqlite/last-send.ts'
import { openOperationStore } from './store/sqlite/open-operation-store.ts'
import { systemClock } from './system-clock.ts'

interface Parts {
  config: Pick<ProxyConfig, 'gateways'>
  database: Database
  policyFile: Pick<PolicyFile, 'policy'>
  figures: Pick<ProxyFigures, 'changed'>
  logger: Logger
}

/** The rules of operations and access, joined with the record, the gateways, and those who are told of changes. */
export function openOperations({ config, database, policyFile, figures, logger }: Parts) {
  const firstGatewayId = config.gateways[0]?.id
  const clock = systemClock
  const log = logSteps(logger)
  const newSteps = createNewSteps()
  const tell = (operation: Operation): void => {
    const news = newSteps(operation)
    log(operation, news)
    figures.changed(operation, news)
    events.publish(operation)
    observer.observe(operation)
  }
  // Whoever waits for the change itself goes on first: a panel's answer is not kept back by those who only hear of it.
  const store = openOperationStore(database, (operation) => void setImmediate(tell, operation), firstGatewayId)
  const events = createEventStream(store)

  const gateways = createGateways(config.gateways, (gatewayId) => {
    follower.answers(gatewayId)
    observer.answers(gatewayId)
  })
  const places = createPlaces(gateways)
  const deviceAssets = createDeviceAssets(gateways)
  const gatewayIds = config.gateways.map(({ id }) => id)
  const sight = createSight({ places, deviceAssets, gatewayIds, unplaced: store.unplaced })
  const targets = createTargets(gateways, clock.now)
  const trouble = (words: string) => (error: unknown) => logger.error({ err: error }, words)
  const observer = createObserver({
    store,
    witness: { ...gateways, definitionOf: definitionBy(targets, firstGatewayId) },
    clock,
    trouble: trouble('looking for evidence failed'),
  })
  // What ended may have made way for the next in its device's queue (§1.4 rule 2).
  const ended = (operation: Operation) => follower.askNow(sameDevice(operation), 2)
  const follower = createFollower({
    ...{ store, gateway: gateways, clock, ended },
    random: Math.random,
    trouble: trouble('following a command failed'),
  })
  const performer = createPerformer({
    ...{ store, gateway: gateways, clock, ended },
    newId: randomUUID,
    follow: follower.follow,
    trouble: trouble('recording an operation failed'),
  })
  const access = createAccess({
    ...{ policy: policyFile.policy, targets, places, clock },
    sends: openSendRecord(database, firstGatewayId ?? ''),
    present: gateways,
  })

  return {
    ...{ store, events, gateways, places, deviceAssets, sight, follower, performer, access },

    /** Takes up what was left open when the proxy ended. */
    async resume(): Promise<void> {
      await recover(store, clock, follower.follow)
      for (const id of gatewaysMissing([...store.unfinished(), ...store.undecided(clock.now())], gatewayIds)) {
        logger.warn({ gateway: id }, 'open operations wait for a gateway that is not configured any more')
      }
      observer.resume()
    },

    /** Resolves when log, figures and panels have been told of all that is on disk by now. */
    told: (): Promise<void> => new Promise((resolve) => setImmediate(resolve)),

    /** Asks nobody any more on its own; sends go on. */
    rest(): void {
      follower.stop()
      observer.stop()
    },
  }
}
