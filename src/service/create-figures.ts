import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { watchLoopDelay } from './loop-delay.ts'

/** Seconds; a bound tells "within", so the steps of timeouts and of what a person waits for are among them. */
export const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/**
 * The figures of one started program, with those that every program has: its process, its event loop, its log and its
 * HTTP. Each program has a registry of its own, though two may run in one process.
 */
export function createFigures(program: 'proxy' | 'connect', version: string) {
  const registry = new Registry()
  const registers = [registry]
  const loop = watchLoopDelay()

  new Gauge({
    name: 'setpoint_info',
    help: 'Which program this is, and its version; always 1.',
    labelNames: ['program', 'version'],
    registers,
  }).set({ program, version }, 1)
  new Gauge({
    name: 'setpoint_event_loop_delay_seconds',
    help: 'By how much the event loop came late in the last 30 to 60 s; quantile 1 is the longest.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const [quantile, seconds] of Object.entries(loop.read())) this.set({ quantile }, seconds)
    },
  })
  ofProcess(registers)
  const writeFailures = new Counter({
    name: 'setpoint_write_failures_total',
    help: 'Writes that the disk did not take: full, read-only, broken, or kept by another program.',
    registers,
  })
  const logLines = new Counter({
    name: 'setpoint_log_lines_total',
    help: 'Lines of the log that were warnings or errors.',
    labelNames: ['level'],
    registers,
  })
  for (const level of ['warn', 'error']) logLines.inc({ level }, 0)
  const httpSeconds = new Histogram({
    name: 'setpoint_http_request_seconds',
    help: 'Requests by route and class of status, from their head to the end of the answer; streams are left out.',
    labelNames: ['route', 'status'],
    buckets: latencyBuckets,
    registers,
  })

  return {
    registry,
    writeFailures,
    /** By `level`: warn or error. */
    logLines,
    /** By `route` and `status` (2xx). */
    httpSeconds,
    stop: loop.stop,
  }
}
export type Figures = ReturnType<typeof createFigures>

/** By the names that dashboards know. Not prom-client's own collection: that cannot be stopped with the program. */
function ofProcess(registers: Registry[]): void {
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time of the process, user and system, in seconds.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / 1e6)
    },
  })
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process that is in RAM.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  new Gauge({
    name: 'nodejs_heap_size_used_bytes',
    help: 'Memory that JavaScript holds.',
    registers,
    collect() {
      this.set(process.memoryUsage().heapUsed)
    },
  })
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process was started, seconds since the epoch.',
    registers,
  }).set(Math.round(Date.now() / 1000 - process.uptime()))
}
