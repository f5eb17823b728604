/** What a program answers that was started with `probe.mjs`. */
export type Probe = {
  /** Processor time since the start in seconds, resident memory in MB of 1000 kB. */
  usage(): { cpu: number; memory: number }
  watchLoop(): void
  /** Since `watchLoop`, in ms; contains the millisecond between two looks. */
  loopDelay(): { p50: number; p99: number; longest: number }
}
