import type { Logger } from 'pino'
import { isFinal, type Operation } from '#contract/panel/operation.ts'

/** Writes one line for each step of an operation as it is on disk. Values and secrets stay out of the log. */
export function logSteps(logger: Logger): (operation: Operation) => void {
  const told = new Map<string, number>()

  return ({
    id,
    steps,
    outcome,
    failure,
    person,
    measurepointId,
    commandId,
    createTime,
    verdict,
    readBack,
    acknowledged,
  }) => {
    if (verdict || readBack || acknowledged) {
      const facts = { verdict: verdict?.kind, readBack: readBack?.kind, acknowledged: acknowledged?.person }
      logger.info({ operation: id, outcome, ...facts }, 'noted')
      return
    }
    // Of an operation that was recorded before this program started, only the newest step is news.
    const from = told.get(id) ?? (steps.length === 1 ? 0 : steps.length - 1)
    for (const { kind, time, detail } of steps.slice(from)) {
      const facts = {
        operation: id,
        person,
        measurepointId,
        commandId,
        outcome,
        failure,
        after: time - createTime,
        detail,
      }
      logger.info(facts, kind)
    }
    if (isFinal(outcome)) told.delete(id)
    else told.set(id, steps.length)
  }
}
