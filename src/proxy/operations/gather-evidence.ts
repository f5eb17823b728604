import { type Command, commandStates } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Evidence, Operation } from '#contract/panel/operation.ts'
import { recordedType } from '#contract/panel/recorded-type.ts'
import { creationWindow, findCommand, listedFrom, rivalsFrom } from './find-command.ts'
import { reportOf, stateOf } from './judge.ts'
import type { Clock, OperationStore, Witness } from './ports.ts'

/** What was found out so far about what became of an operation. */
export interface Gathered {
  evidence: Evidence[]
  /** Whether EnOS has ever said what the device reports, or that it will not say. */
  isTold: boolean
  /** Whether the last look got no answer. */
  isSilent: boolean
  /** Whether the command was last seen in a state that is not its last (§2.1). */
  isPending: boolean
  /** When the device had reported last as it was first looked at; null before, 0 for never. */
  firstReportTime: number | null
  /** undefined until it was looked up. */
  definition: ValueDefinition | null | undefined
}

export const nothingGathered = (): Gathered => ({
  evidence: [],
  isTold: false,
  isSilent: false,
  isPending: false,
  firstReportTime: null,
  definition: undefined,
})

interface Parts {
  store: Pick<OperationStore, 'rivals'>
  witness: Witness
  clock: Clock
}

/** Answers that will be the same later. */
const lasting: readonly string[] = ['permissionDenied', 'notFound']

/** What EnOS cannot tell now it may tell later. */
const orFailure = async <T>(question: Promise<T>): Promise<T | Failure> => {
  try {
    return await question
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

const isUnended = ({ state }: Command): boolean => state === commandStates.created || state === commandStates.sent

/** Looks once for what became of an operation; what is found joins `gathered`. */
export function createGatherer({ store, witness, clock }: Parts) {
  /** The send's command, where its answer named none (§2.2). */
  async function search(operation: Operation): Promise<Command | null> {
    const difference = witness.clockDifference(operation)
    // Two clocks of which nobody knows how they differ say nothing about which command was whose.
    if (difference === null || clock.now() < listedFrom(operation, difference)) return null
    const window = creationWindow(operation, difference)
    const commands = await witness.commandsSince(operation, window.from + difference.ahead)
    if (commands === null) return null
    const rivals = store.rivals(operation, rivalsFrom(window), window.to)
    return findCommand(operation, commands, rivals, difference)
  }

  async function askForCommand(operation: Operation, gathered: Gathered): Promise<void> {
    const command = await orFailure(operation.commandId === '' ? search(operation) : witness.getCommand(operation))
    if (command === null || command instanceof Failure) return
    gathered.isPending = isUnended(command)
    const state = stateOf(operation, command, clock.now())
    if (state) gathered.evidence.push(state)
  }

  /** The panel's word for the type counts only where the model cannot be had. */
  async function definitionOf(operation: Operation, gathered: Gathered): Promise<ValueDefinition | null> {
    if (gathered.definition === undefined) {
      const found = await orFailure(witness.definitionOf(operation))
      if (!(found instanceof Failure)) gathered.definition = found
    }
    return gathered.definition ?? recordedType(operation)
  }

  async function take(operation: Operation, latest: LatestValue, gathered: Gathered): Promise<void> {
    const { evidence, firstReportTime } = gathered
    const isFresh = firstReportTime !== null && latest.time > firstReportTime
    const circumstances = { clock: witness.clockDifference(operation), definition: null, isFresh }
    const seenTime = clock.now()
    const news = reportOf(operation, latest, seenTime, circumstances)
    if (!news || evidence.some(({ kind, time }) => kind === 'report' && time === news.time)) return
    const definition = await definitionOf(operation, gathered)
    const report = reportOf(operation, latest, seenTime, { ...circumstances, definition })
    if (report) evidence.push(report)
  }

  return async function gather(operation: Operation, gathered: Gathered): Promise<void> {
    if (operation.outcome === 'unknown') await askForCommand(operation, gathered)
    const latest = await orFailure(witness.latest(operation))
    if (latest instanceof Failure) {
      const isLasting = lasting.includes(latest.failure)
      gathered.isTold ||= isLasting
      gathered.isSilent = !isLasting
      return
    }
    gathered.isTold = true
    gathered.isSilent = false
    if (latest) await take(operation, latest, gathered)
    gathered.firstReportTime ??= latest?.time ?? 0
  }
}
