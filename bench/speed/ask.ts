import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/*
 * The programs of a bench, each a process of its own, answer what the bench asks over Node's channel between processes.
 */

/** What a program can be asked, by name. */
export type Answers = Record<string, (...parts: never[]) => unknown>

interface Question {
  id: number
  name: string
  parts: never[]
}

/** In the program: answers the bench until it goes away. */
export function answerBench(answers: Answers): void {
  process.on('message', async ({ id, name, parts }: Question) => {
    try {
      process.send?.({ id, answer: await answers[name]?.(...parts) })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', () => process.exit())
}

export interface Program<A extends Answers> {
  ask<N extends keyof A & string>(name: N, ...parts: Parameters<A[N]>): Promise<Awaited<ReturnType<A[N]>>>
  /** SIGKILL ends it without a last word. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  child: ChildProcess
}

/** Starts Node with a channel to this program; `output` is a file's descriptor. */
export function startNode<A extends Answers>(
  args: string[],
  { env = {}, output }: { env?: NodeJS.ProcessEnv; output?: number } = {},
): Program<A> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', output ?? 'ignore', output ?? 'inherit', 'ipc'],
  })
  const asked = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  child.on('message', ({ id, answer, error }: { id: number; answer?: unknown; error?: string }) => {
    const question = asked.get(id)
    asked.delete(id)
    if (error === undefined) question?.resolve(answer)
    else question?.reject(new Error(error))
  })
  child.on('exit', (code, signal) => {
    for (const { reject } of asked.values()) reject(new Error(`${args.join(' ')} ended: ${code ?? signal}`))
  })
  return {
    child,
    ask: (name, ...parts) =>
      new Promise<unknown>((resolve, reject) => {
        lastId += 1
        asked.set(lastId, { resolve, reject })
        child.send({ id: lastId, name, parts })
        // The one place where what a process says is taken at its word: both ends are this bench's.
      }) as Promise<never>,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}

/** Starts one of the files in `programs/`. */
export const startProgram = <A extends Answers>(name: string): Program<A> =>
  startNode<A>(['--import', 'tsx', fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url))])

/** The module that makes any Node program answer how it does: see probe.mjs. */
export const probeModule = new URL('probe.mjs', import.meta.url).href
