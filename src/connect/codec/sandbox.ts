import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { sandboxHelpers, sandboxProgram } from './sandbox-program.ts'

/** What one script may take (§5.7). Times in ms. */
export interface SandboxLimits {
  /** From the script's first step to its last. Far more than one needs, as a busy machine may let it wait. */
  run: number
  /**
   * QuickJS asks for the time between two steps of the script, but not within one: a search through a list of a
   * billion holes is one step. Then the thread is ended, after so much more.
   */
  grace: number
  /** The thread is ended when nobody has called for so long; the next call starts another. */
  idle: number
  /** What may wait for its turn, so that a slow script cannot fill the memory. */
  waitingBytes: number
}

export const usualLimits: SandboxLimits = { run: 1000, grace: 1000, idle: 30_000, waitingBytes: 16 * 1024 * 1024 }

/** Of QuickJS for a call, and of the thread around it. */
const memory = { memoryBytes: 16 * 1024 * 1024, stackBytes: 256 * 1024 }
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 }

export interface SandboxCall {
  script: string
  /** The name of one of its functions. */
  call: 'jsonStrToRawData' | 'rawDataToJsonStr'
  /** Text in, bytes out; bytes in, text out. */
  input: string | ArrayBuffer
}

/** `problem`: what the function did instead, e.g. `threw TypeError: …`, `returned nothing`, `ran longer than 1000 ms`. */
export type SandboxAnswer = { result: Uint8Array | string; problem?: undefined } | { problem: string }

/** `broken`: the thread is not to be used again. */
type Answer = SandboxAnswer & { broken?: boolean }

const sizeOf = ({ input }: SandboxCall): number => (typeof input === 'string' ? input.length : input.byteLength)

function startThread(limits: SandboxLimits): Worker {
  const quickjs = createRequire(import.meta.url).resolve('quickjs-emscripten')
  const workerData = { quickjs, helpers: sandboxHelpers, milliseconds: limits.run, ...memory }
  const thread = new Worker(sandboxProgram, { eval: true, workerData, resourceLimits })
  thread.unref()
  // What goes wrong in there ends it, and its end is what counts.
  thread.on('error', () => {})
  return thread
}

/** One call, whose time begins when its script does. */
const ask = (thread: Worker, call: SandboxCall, { run, grace }: SandboxLimits): Promise<Answer> =>
  new Promise((resolve) => {
    let overrun: NodeJS.Timeout | undefined
    const end = (answer: Answer): void => {
      clearTimeout(overrun)
      thread.off('message', hear).off('exit', broke)
      resolve(answer)
    }
    const broke = (): void => end({ problem: 'broke the script engine', broken: true })
    const hear = (message: 'begun' | Answer): void => {
      if (message !== 'begun') end(message)
      else overrun = setTimeout(() => end({ problem: `ran longer than ${run} ms`, broken: true }), run + grace)
    }
    thread.on('message', hear).on('exit', broke)
    thread.postMessage(call)
  })

/**
 * A thread of its own for the foreign script of one product, so that it can hold up neither the service nor another
 * product. It is started when it is first needed, and again after a script has broken it.
 */
export function createSandbox(limits: SandboxLimits) {
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let [waiting, waitingBytes, stopped] = [0, 0, false]

  function start(): Worker {
    const started = startThread(limits)
    started.once('exit', () => {
      if (thread === started) thread = null
    })
    return started
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ended = thread
    thread = null
    await ended?.terminate()
  }

  async function perform(call: SandboxCall): Promise<SandboxAnswer> {
    clearTimeout(idle)
    if (stopped) return { problem: 'is not called any more: the service is stopping' }
    thread ??= start()
    const { broken, ...answer } = await ask(thread, call, limits)
    if (broken) await end()
    else if (waiting === 1) idle = setTimeout(end, limits.idle).unref()
    return answer
  }

  return {
    /** One call after the other. */
    async run(call: SandboxCall): Promise<SandboxAnswer> {
      const bytes = sizeOf(call)
      if (waiting > 0 && waitingBytes + bytes > limits.waitingBytes) return { problem: 'is called faster than it ends' }
      waiting += 1
      waitingBytes += bytes
      const answer = last.then(() => perform(call))
      last = answer.catch(() => {})
      try {
        return await answer
      } finally {
        waiting -= 1
        waitingBytes -= bytes
      }
    },
    /** Whether its thread is there. */
    isRunning: (): boolean => thread !== null,
    async stop(): Promise<void> {
      stopped = true
      await end()
    },
  }
}
export type Sandbox = ReturnType<typeof createSandbox>
