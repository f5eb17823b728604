import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '#contract/enos/failure.ts'
import type { Incoming } from './exchange.ts'

/** ms that a look-up waits for the gateway to take calls again; beyond, whoever asks is told. */
const longestWait = 5000
/** s; what a gateway asks for beyond is a mistake, and must not shut the panel out for days. */
const longestHold = 600

/** Seconds that an answer asks to wait, by number or date; null where it asks for nothing. */
export function retryAfterOf({ headers, headTime }: Incoming): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - headTime) / 1000)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}

/** Completes what the gateway said by when it may be asked again. */
export const withRetryAfter = (message: string, seconds: number | null): string =>
  seconds === null ? message : `${message}; try again in ${seconds} s`

/** The seconds that {@link withRetryAfter} put into a message; null for none. It is what the record keeps of them. */
export const retryAfterIn = (message: string): number | null => {
  const seconds = /; try again in (\d{1,9}) s$/.exec(message)?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/** What a failure carries as `data` for whoever may ask again. */
export const retryAfterData = (seconds: number | null): { data?: { retryAfter: number } } =>
  seconds === null ? {} : { data: { retryAfter: seconds } }

/** Keeps look-ups back for as long as a 429 of the gateway asks (§4.5). */
export function createHoldBack() {
  let until = 0

  return {
    heard(incoming: Incoming): void {
      const seconds = incoming.status === 429 ? retryAfterOf(incoming) : null
      if (seconds !== null) until = Date.now() + Math.min(seconds, longestHold) * 1000
    },
    /**
     * Resolves when the gateway may be asked again, where that is soon.
     * @throws Failure gatewayTooMany where it is not.
     */
    async passed(): Promise<void> {
      const left = until - Date.now()
      if (left <= 0) return
      if (left > longestWait) {
        const seconds = Math.ceil(left / 1000)
        throw new Failure('gatewayTooMany', withRetryAfter('API rate limit exceeded', seconds), retryAfterData(seconds))
      }
      await wait(left)
    },
  }
}
