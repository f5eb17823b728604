import { monitorEventLoopDelay } from 'node:perf_hooks'

/*
 * Loaded before a program that is measured (`node --import`), so that it tells how it does without knowing of it.
 * Plain JavaScript: the program must run as its users run it, without a loader for TypeScript.
 */

/** ms between looks at the event loop; what is told contains it. */
const resolution = 1

let delay = monitorEventLoopDelay({ resolution })

const answers = {
  /** Processor time since the start in seconds, resident memory in MB of 1000 kB. */
  usage() {
    const { user, system } = process.cpuUsage()
    return { cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() / 1e6 }
  },
  watchLoop() {
    delay.disable()
    delay = monitorEventLoopDelay({ resolution })
    delay.enable()
  },
  /** Since `watchLoop`, in ms. */
  loopDelay() {
    delay.disable()
    return { p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 }
  },
}

process.on('message', ({ id, name, parts }) => process.send?.({ id, answer: answers[name]?.(...parts) }))
// The program ends when it would end without us.
process.channel?.unref()
