import { Gauge, type Registry } from 'prom-client'
import type { GatewayState } from '#contract/panel/gateway-state.ts'
import type { OperationCounts } from '../store/sqlite/operation-counts.ts'

interface State {
  counts: OperationCounts
  gateways: () => { config: { id: string }; state(): GatewayState }[]
  /** Panels that listen. */
  panels: () => number
}

/** What there is at the moment: looked at when somebody asks. */
export function showState(registry: Registry, { counts, gateways, panels }: State): void {
  const registers = [registry]

  new Gauge({
    name: 'setpoint_operations_open',
    help: 'Operations without an outcome yet: waiting for an answer, or queued for their device.',
    labelNames: ['outcome'],
    registers,
    collect() {
      for (const [outcome, count] of Object.entries(counts.open())) this.set({ outcome }, count)
    },
  })
  new Gauge({
    name: 'setpoint_operations_unresolved',
    help: 'Unknown outcomes that neither evidence nor a person has cleared up: as many as the history finds.',
    registers,
    collect() {
      this.set(counts.unresolved())
    },
  })
  new Gauge({
    name: 'setpoint_panels_open',
    help: 'Panels that listen for changes.',
    registers,
    collect() {
      this.set(panels())
    },
  })
  new Gauge({
    name: 'setpoint_gateway_answers',
    help: 'Whether the last call to the gateway got an answer; without a line where there was none yet.',
    labelNames: ['gateway'],
    registers,
    collect() {
      for (const { config, state } of gateways()) {
        const { reachable } = state()
        if (reachable !== null) this.set({ gateway: config.id }, reachable ? 1 : 0)
      }
    },
  })
  new Gauge({
    name: 'setpoint_gateway_clock_ahead_seconds',
    help: 'By how much the gateway’s clock is ahead of ours, negative for behind; without a line where nobody told.',
    labelNames: ['gateway'],
    registers,
    collect() {
      for (const { config, state } of gateways()) {
        const { clockDifference } = state()
        if (clockDifference !== null) this.set({ gateway: config.id }, clockDifference)
      }
    },
  })
}
