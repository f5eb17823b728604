import {
  type ScriptAnswer,
  type ScriptCall,
  type ScriptThread,
  startScriptThread,
  type TimeLimits,
} from './script-thread.ts'

export interface SandboxLimits extends TimeLimits {
  /** The thread is ended when nobody has called for so many ms; the next call starts another. */
  idle: number
  /** What may wait for its turn, so that a slow script cannot fill the memory. */
  waitingBytes: number
}

export const usualLimits: SandboxLimits = {
  run: 1000,
  patience: 4000,
  grace: 1000,
  idle: 30_000,
  waitingBytes: 16 * 1024 * 1024,
}

const sizeOf = ({ input }: ScriptCall): number => (typeof input === 'string' ? input.length : input.byteLength)

/**
 * A thread of its own for the foreign script of one product, so that it can hold up neither the service nor another
 * product. It is started when it is first needed, and again after a script has broken it.
 */
export function createSandbox(limits: SandboxLimits) {
  let thread: ScriptThread | null = null
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let [waiting, waitingBytes, stopped] = [0, 0, false]

  function start(): ScriptThread {
    const started: ScriptThread = startScriptThread(limits, () => {
      if (thread === started) thread = null
    })
    return started
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ended = thread
    thread = null
    await ended?.end()
  }

  async function perform(call: ScriptCall): Promise<ScriptAnswer> {
    clearTimeout(idle)
    if (stopped) return { problem: 'is not called any more: the service is stopping' }
    thread ??= start()
    const { broken, ...answer } = await thread.call(call)
    if (broken) await end()
    else if (waiting === 1) idle = setTimeout(end, limits.idle).unref()
    return answer
  }

  return {
    /** One call after the other. */
    async run(call: ScriptCall): Promise<ScriptAnswer> {
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
