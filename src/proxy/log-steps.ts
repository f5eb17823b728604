import type { Logger } from 'pino'
import type { Operation } from '#contract/panel/operation.ts'
import type { NewSteps } from './new-steps.ts'

/**
 * Writes one line for each step of an operation as it is on disk. Values and secrets stay out of the log, and so do the
 * words of gateway and device, which may hold a value.
 */
export function logSteps(logger: Pick<Logger, 'info'>): (operation: Operation, news: NewSteps) => void {
  return (operation, { steps, hasEnded }) => {
    const { id, createTime, endTime, outcome, failure, code, verdict, readBack, acknowledged } = operation
    if (verdict || readBack || acknowledged) {
      const facts = { verdict: verdict?.kind, readBack: readBack?.kind, acknowledged: acknowledged?.person }
      logger.info({ step: 'noted', operation: id, outcome, ...facts }, 'noted')
      return
    }
    const { person, gatewayId, assetId, productKey, deviceKey, measurepointId, commandId, pendingTtl } = operation
    const told = {
      operation: id,
      ...{ person, gatewayId, measurepointId },
      assetId: assetId || undefined,
      productKey: productKey || undefined,
      deviceKey: deviceKey || undefined,
      commandId: commandId || undefined,
      kind: pendingTtl > 0 ? 'cached' : 'instant',
      ...{ outcome, failure: failure ?? undefined, code: code ?? undefined },
    }
    for (const { kind, time, detail } of steps) {
      // The network's own words.
      const reason = kind === 'connectionLost' ? detail : undefined
      logger.info({ step: kind, ...told, ms: time - createTime, reason }, kind)
    }
    // Given up without anything having happened.
    if (hasEnded && steps.length === 0)
      logger.info({ step: 'ended', ...told, ms: (endTime ?? createTime) - createTime }, 'ended')
  }
}
