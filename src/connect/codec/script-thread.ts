import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { sandboxHelpers, sandboxProgram } from './sandbox-program.ts'

export interface ScriptCall {
  script: string
  /** The name of one of its functions. */
  call: 'jsonStrToRawData' | 'rawDataToJsonStr'
  /** Text in, bytes out; bytes in, text out. */
  input: string | ArrayBuffer
}

/** `problem`: what the function did instead, e.g. `threw TypeError: …`, `returned nothing`, `ran longer than 1000 ms`. */
export type ScriptAnswer = { result: Uint8Array | string; problem?: undefined } | { problem: string }

/** `broken`: the thread is not to be used again. */
export type ThreadAnswer = ScriptAnswer & { broken?: boolean }

/** What one call may take, in ms from the script's first step (§5.7). */
export interface TimeLimits {
  /** Far more than a script needs. */
  run: number
  /** A script that had little of the processor, because the machine is busy, has until then. */
  patience: number
  /**
   * QuickJS asks for the time between two steps of the script, but not within one: a search through a list of a
   * billion holes is one step. Then the call is given up, so much after the script's patience is over.
   */
  grace: number
}

/**
 * How often QuickJS asks for the time until a script has had its share: it asks every ten thousand jumps or calls,
 * which on an idle processor makes thousands of times in a second.
 */
const share = 1000

/** Of QuickJS for a call, and of the thread around it. */
const memory = { memoryBytes: 16 * 1024 * 1024, stackBytes: 256 * 1024 }
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 }

/** A thread in which foreign scripts run, one call at a time. It does not keep the process alive. */
export interface ScriptThread {
  call(call: ScriptCall): Promise<ThreadAnswer>
  end(): Promise<unknown>
}

/** `ended` is called when the thread is gone, for whatever reason. */
export function startScriptThread({ run, patience, grace }: TimeLimits, ended: () => void): ScriptThread {
  const quickjs = createRequire(import.meta.url).resolve('quickjs-emscripten')
  const workerData = { quickjs, helpers: sandboxHelpers, run, patience, share, ...memory }
  const worker = new Worker(sandboxProgram, { eval: true, workerData, resourceLimits })
  worker.unref()
  // What goes wrong in there ends it, and its end is what counts.
  worker.on('error', () => {})
  worker.once('exit', ended)

  return {
    call: (call) =>
      new Promise((resolve) => {
        let overrun: NodeJS.Timeout | undefined
        const finish = (answer: ThreadAnswer): void => {
          clearTimeout(overrun)
          worker.off('message', hear).off('exit', collapse)
          resolve(answer)
        }
        const collapse = (): void => finish({ problem: 'broke the script engine', broken: true })
        const giveUp = (): void => finish({ problem: `ran longer than ${run} ms`, broken: true })
        const hear = (message: 'begun' | ThreadAnswer): void => {
          if (message !== 'begun') finish(message)
          else overrun = setTimeout(giveUp, patience + grace)
        }
        worker.on('message', hear).on('exit', collapse)
        worker.postMessage(call)
      }),
    end: () => worker.terminate(),
  }
}
