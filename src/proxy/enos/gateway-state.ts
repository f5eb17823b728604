import { Failure } from '#contract/enos/failure.ts'
import type { GatewayState } from '#contract/panel/gateway-state.ts'
import type { Incoming } from './exchange.ts'

/** ms an answer may take for its time to say something about the gateway's clock. */
const quickAnswer = 5000

/**
 * Seconds by which the gateway's clock is before ours (negative: behind), by the `Date` of an answer;
 * null where it does not tell. `Date` drops the milliseconds: half a second of them is expected.
 */
export function clockDifferenceOf({ headers, sentTime, headTime }: Incoming): number | null {
  const date = Date.parse(headers.date ?? '')
  if (Number.isNaN(date) || headTime - sentTime > quickAnswer) return null
  return Math.round((date + 500 - (sentTime + headTime) / 2) / 1000)
}

/**
 * What the calls to the gateway tell about it, whatever they were for.
 * @param answersAgain called at the first answer after a call that got none.
 */
export function createGatewayState(answersAgain: () => void = () => {}) {
  let state: GatewayState = {
    reachable: null,
    clockDifference: null,
    failure: null,
    message: '',
    time: null,
    since: null,
  }
  const sinceFor = (reachable: boolean, time: number) => (state.reachable === reachable ? state.since : time)

  return {
    /** An answer, of whatever kind: somebody is there. */
    heard(incoming: Incoming): void {
      const clockDifference = clockDifferenceOf(incoming) ?? state.clockDifference
      const time = incoming.headTime
      const isBack = state.reachable === false
      state = { ...state, reachable: true, clockDifference, time, since: sinceFor(true, time) }
      if (isBack) answersAgain()
    },
    /** No answer. What was heard before about the clock still holds. */
    failed(error: unknown): void {
      if (!(error instanceof Failure)) return
      const time = Date.now()
      const { failure, message } = error
      state = { ...state, reachable: false, failure, message, time, since: sinceFor(false, time) }
    },
    read: (): GatewayState => state,
  }
}
