import type { Logger } from 'pino'
import { type CommandState, commandStates } from '#contract/enos/command.ts'
import type { CommandStep } from './watch-store.ts'

/** By state: what the command has just become. One that is in state 1 again had no connection after all. */
const steps: Record<CommandState, string> = {
  [commandStates.created]: 'accepted',
  [commandStates.canceled]: 'canceled',
  [commandStates.expired]: 'expired',
  [commandStates.sent]: 'sent',
  [commandStates.succeeded]: 'succeeded',
  [commandStates.failed]: 'failed',
  [commandStates.timedOut]: 'timedOut',
}

/**
 * Writes one line for each step of a command as it is on disk. Values stay out of the log, and so do the device's own
 * words, which may hold one.
 */
export const logCommands =
  (logger: Pick<Logger, 'info' | 'isLevelEnabled'>, now: () => number) =>
  ({ command, state, change }: CommandStep): void => {
    if (!logger.isLevelEnabled('info')) return
    const { commandId, assetId, productKey, deviceKey, measurepointId, pendingTtl, createTime } = command
    const isBack = state === commandStates.created && change.state !== undefined
    const step = isBack ? 'returned' : steps[state]
    const code = change.resultCode ?? (state === commandStates.succeeded ? 0 : undefined)
    const kind = pendingTtl > 0 ? 'cached' : 'instant'
    const ids = { commandId, assetId, productKey, deviceKey, measurepointId }
    logger.info({ step, ...ids, kind, state, code, ms: now() - createTime }, `command ${step}`)
  }
