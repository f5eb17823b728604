import { Counter, Histogram } from 'prom-client'
import { isFinal, type Operation, outcomes } from '#contract/panel/operation.ts'
import { createFigures, latencyBuckets } from '#service/create-figures.ts'
import type { NewSteps } from '../new-steps.ts'

const kinds = ['instant', 'cached'] as const

/** What happened to operations since the start, counted as it comes to the disk. */
export function createProxyFigures(version: string) {
  const figures = createFigures('proxy', version)
  const registers = [figures.registry]

  const recorded = new Counter({
    name: 'setpoint_operations_recorded_total',
    help: 'Sends that were allowed and recorded, by kind.',
    labelNames: ['kind'],
    registers,
  })
  const ended = new Counter({
    name: 'setpoint_operations_total',
    help: 'Operations that ended, by kind and outcome; unknown: the device may have acted.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  for (const kind of kinds) {
    recorded.inc({ kind }, 0)
    for (const outcome of outcomes.filter(isFinal)) ended.inc({ kind, outcome }, 0)
  }
  const failures = new Counter({
    name: 'setpoint_operation_failures_total',
    help: 'Operations that did not succeed, by the name of the failure (Error codes in the panel).',
    labelNames: ['failure'],
    registers,
  })
  const sendSeconds = new Histogram({
    name: 'setpoint_send_seconds',
    help: 'From the record of a send to the gateway’s answer: instant with the device’s, cached accepted.',
    labelNames: ['kind'],
    buckets: latencyBuckets,
    registers,
  })

  return {
    ...figures,
    changed({ pendingTtl, createTime, outcome, failure }: Operation, { steps, hasEnded }: NewSteps): void {
      const kind = pendingTtl > 0 ? 'cached' : 'instant'
      for (const step of steps) {
        if (step.kind === 'recorded') recorded.inc({ kind })
        if (step.kind === (kind === 'cached' ? 'accepted' : 'answered')) {
          // A clock that was set back makes no negative ones.
          sendSeconds.observe({ kind }, Math.max(0, step.time - createTime) / 1000)
        }
      }
      if (!hasEnded) return
      ended.inc({ kind, outcome })
      if (failure) failures.inc({ failure })
    },
  }
}
export type ProxyFigures = ReturnType<typeof createProxyFigures>
