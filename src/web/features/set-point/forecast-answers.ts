import type { FailureName } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** So many of the newest tell what is usual. */
const newest = 10

/** How a device has answered of late. */
export interface Answers {
  /** Whether they are the point's own, or for want of those the whole device's. */
  of: 'point' | 'device'
  /** Sends that show how the device answers: done, refused, not answered, or not encoded. */
  count: number
  /** ms within which nine of ten answers came; null where none was timed. */
  within: number | null
  /** No answer in time (11915). */
  silent: number
  refused: number
  /** With which the newest was refused; null for none. */
  refusedCode: number | null
  /** The product's script could not write them (11810). */
  unencoded: number
}

const telling: FailureName[] = ['refusedByDevice', 'noAnswerInTime', 'cannotEncode']

const tells = ({ outcome, failure }: Operation): boolean =>
  outcome === 'done' || (failure !== null && telling.includes(failure))

/** ms from leaving to the answer; null where the record does not tell both. */
function answerTimeOf({ outcome, failure, steps }: Operation): number | null {
  if (outcome !== 'done' && failure !== 'refusedByDevice') return null
  const left = steps.findLast(({ kind }) => kind === 'released') ?? steps.findLast(({ kind }) => kind === 'sent')
  const answered = steps.findLast(({ kind }) => kind === 'answered')
  return left && answered ? Math.max(0, answered.time - left.time) : null
}

/** Reads the record of a point, or of its device where the point has none; both newest first. */
export function answersOf(ofPoint: Operation[], ofDevice: Operation[]): Answers {
  const own = ofPoint.filter(tells)
  const operations = (own.length > 0 ? own : ofDevice.filter(tells)).slice(0, newest)
  const failed = (name: FailureName) => operations.filter(({ failure }) => failure === name)
  const times = operations
    .map(answerTimeOf)
    .filter((time) => time !== null)
    .sort((a, b) => a - b)
  const refused = failed('refusedByDevice')
  return {
    of: own.length > 0 ? 'point' : 'device',
    count: operations.length,
    within: times[Math.ceil(times.length * 0.9) - 1] ?? null,
    silent: failed('noAnswerInTime').length,
    refused: refused.length,
    refusedCode: refused[0]?.code ?? null,
    unencoded: failed('cannotEncode').length,
  }
}
