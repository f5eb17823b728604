import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { failureLine, writeTally } from './tally.ts'

/** Counts the journeys, and as failed also what belongs to none: a spec that did not load, a worker that did not close. */
export default class PlaywrightTally implements Reporter {
  readonly #passed: TestCase[] = []
  readonly #failures: string[] = []

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'skipped') return
    if (result.status === test.expectedStatus) this.#passed.push(test)
    else this.#failures.push(failureLine(test.titlePath().filter(Boolean).join(' › '), result.error?.message))
  }

  onError(error: TestError): void {
    this.#failures.push(failureLine('outside of any journey', error.message ?? error.value))
  }

  onEnd(): void {
    writeTally({ passed: this.#passed.length, failures: this.#failures })
  }
}
