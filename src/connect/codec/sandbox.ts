import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { sandboxHelpers, sandboxProgram } from './sandbox-program.ts'

/** What one call of a script may take (§5.7). */
const limits = { milliseconds: 200, memoryBytes: 16 * 1024 * 1024, stackBytes: 256 * 1024 }

/**
 * QuickJS asks for the time between two steps of the script, but not within one: a search through a list of a
 * billion holes is one step. Then the thread is ended, after this many ms more.
 */
const grace = 800

export interface SandboxCall {
  script: string
  /** The name of one of its functions. */
  call: 'jsonStrToRawData' | 'rawDataToJsonStr'
  /** Text in, hex of bytes out; bytes in, text out. */
  input: string | ArrayBuffer
}

/** `problem`: what the function did instead, e.g. `threw TypeError: …`, `returned nothing`, `ran longer than 200 ms`. */
export type SandboxAnswer = { result: string; problem?: undefined } | { problem: string }

/** `broken`: the thread is not to be used again. */
type Answer = SandboxAnswer & { broken?: boolean }

/**
 * A thread of its own for foreign scripts, so that none of them can hold up the service.
 * It is started when it is first needed, and again after a script has broken it.
 */
export function createSandbox() {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function start(): Promise<Worker> {
    const quickjs = createRequire(import.meta.url).resolve('quickjs-emscripten')
    const workerData = { quickjs, helpers: sandboxHelpers, ...limits }
    const started = new Worker(sandboxProgram, { eval: true, workerData })
    started.unref()
    started.on('error', () => {})
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    await once(started, 'message')
    return started
  }

  async function end(): Promise<void> {
    const ended = worker
    worker = null
    await ended?.terminate()
  }

  async function ask(call: SandboxCall): Promise<Answer> {
    worker ??= await start()
    const signal = AbortSignal.timeout(limits.milliseconds + grace)
    const answered = once(worker, 'message', { signal })
    worker.postMessage(call)
    try {
      const [answer] = await answered
      return answer
    } catch {
      const problem = signal.aborted ? `ran longer than ${limits.milliseconds} ms` : 'broke the script engine'
      return { problem, broken: true }
    }
  }

  async function perform(call: SandboxCall): Promise<SandboxAnswer> {
    const { broken, ...answer } = await ask(call)
    if (broken) await end()
    return answer
  }

  return {
    /** One call after the other. */
    run(call: SandboxCall): Promise<SandboxAnswer> {
      const answer = last.then(() => perform(call))
      last = answer.catch(() => {})
      return answer
    },
    stop: end,
  }
}
