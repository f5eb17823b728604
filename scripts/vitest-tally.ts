import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'
import { failureLine, writeTally } from './tally.ts'

/** Counts the tests, and as failed also what belongs to no test: a file that did not load, an error nobody caught. */
export default class VitestTally implements Reporter {
  #root = ''

  onInit(vitest: Vitest): void {
    this.#root = `${vitest.config.root}/`
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0
    const failures = unhandled.map((error) =>
      failureLine(`outside of any test, in ${error.VITEST_TEST_PATH ?? 'no file'}`, error.stack ?? error.message),
    )
    for (const module of modules) {
      const file = module.moduleId.replace(this.#root, '')
      for (const error of module.errors()) failures.push(failureLine(file, error.message))
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) failures.push(failureLine(`${file} › ${suite.fullName}`, error.message))
      }
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        if (state === 'passed') passed++
        if (state === 'failed') failures.push(failureLine(`${file} › ${test.fullName}`, errors[0]?.message))
      }
    }
    writeTally({ passed, failures })
  }
}
