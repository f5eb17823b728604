import type { Command } from '#contract/enos/command.ts'
import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import type { ClockDifference } from './clock-difference.ts'
import { createObserver } from './observe.ts'
import { aSend, surroundings } from './rules.suite.ts'
import { failed } from './settle.ts'

/** ms */
export const minute = 60_000

/** An observer’s surroundings: what the device reports, and what EnOS lists and knows. */
export function startObserving() {
  const around = surroundings()
  const { store, clock, gateway, newId } = around
  let latest = (): LatestValue | null => null
  let looks = 0
  let commands = (): Command[] | null => []
  let definition = (): ValueDefinition | null => null
  let difference: ClockDifference | null = { ahead: 0, margin: 1500 }
  const searches: number[] = []
  const troubles: unknown[] = []
  const create = () =>
    createObserver({
      store,
      clock,
      witness: {
        getCommand: gateway.getCommand,
        async latest() {
          looks++
          return latest()
        },
        async commandsSince(_operation, since) {
          searches.push(since)
          return commands()
        },
        async definitionOf() {
          return definition()
        },
        clockDifference: () => difference,
      },
      trouble: (error) => troubles.push(error),
    })
  const operations = {
    async unknown(failure: FailureName = 'noAnswerInTime', commandId = '', change = {}): Promise<Operation> {
      const { id } = await store.record({ ...begun(), ...change })
      const time = clock.now()
      return await store.change(id, { ...failed(failure, time), commandId, steps: [{ kind: 'sent', time: time - 1 }] })
    },
    async done(): Promise<Operation> {
      const { id } = await store.record(begun())
      const time = clock.now()
      return await store.change(id, { outcome: 'done', endTime: time, steps: [{ kind: 'sent', time: time - 1 }] })
    },
  }
  const begun = () => ({
    ...aSend({ pendingTtl: 0, timeout: 1, body: '{"value":5.0}' }),
    id: newId(),
    createTime: clock.now(),
    endTime: null,
    outcome: 'waiting' as const,
    failure: null,
    code: null,
    message: '',
    commandId: '',
    state: null,
    steps: [],
    answer: '',
  })
  const reports = (value: string, time = () => clock.now()) => {
    latest = () => ({ id: 'p', time: time(), value: new ExactNumber(value) })
  }
  const fails = (failure: FailureName) => {
    latest = () => {
      throw new Failure(failure)
    }
  }
  const eNos = {
    lists(list: () => Command[] | null): void {
      commands = list
    },
    defines(answer: () => ValueDefinition | null): void {
      definition = answer
    },
    differsBy(told: ClockDifference | null): void {
      difference = told
    },
  }
  return { ...around, ...operations, ...eNos, searches, create, reports, fails, troubles, looks: () => looks }
}
