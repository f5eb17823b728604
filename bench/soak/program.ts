import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { realTime } from './link.ts'

export type ProgramName = 'proxy' | 'connect' | 'fleet'

/** A time without a program: from the signal until it was ready again, in ms of `realTime`. */
export interface Outage {
  program: ProgramName
  signal: 'SIGKILL' | 'SIGTERM'
  from: number
  to: number
}

interface Options {
  name: ProgramName
  args: string[]
  env(boot: number): NodeJS.ProcessEnv
  /** In its output, when it is ready. */
  ready: RegExp
  isReady(found: RegExpExecArray): void
  isGone(): void
  /** Told of an end that nobody asked for, and of a start that failed. */
  trouble(words: string): void
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** ms a program may take to be ready on a busy machine, and to end when asked to. */
const patience = 60_000

/** A program that is killed and started again and again. */
export function createProgram({ name, args, env, ready, isReady, isGone, trouble }: Options) {
  let [boot, asked] = [0, false]
  let child: ChildProcess | undefined
  let lastTurn: Promise<unknown> = Promise.resolve()

  async function start(): Promise<void> {
    boot += 1
    asked = false
    const started = spawn(process.execPath, args, {
      env: { ...process.env, ...env(boot) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    let output = ''
    const found = new Promise<void>((resolve) => {
      const look = (part: Buffer): void => {
        output = (output + String(part)).slice(-8000)
        const match = ready.exec(output)
        if (!match) return
        started.stdout?.off('data', look)
        started.stdout?.resume()
        isReady(match)
        resolve()
      }
      started.stdout?.on('data', look)
    })
    started.stderr?.on('data', (part: Buffer) => {
      output = (output + String(part)).slice(-8000)
    })
    const ended = once(started, 'exit').then(([code, signal]) => {
      isGone()
      if (!asked) trouble(`${name} ended by itself with ${code ?? signal}:\n${output}`)
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        trouble(`${name} was not ready within ${patience} ms:\n${output}`)
        resolve()
      }, patience)
    })
    await Promise.race([found, ended, late])
    clearTimeout(timer)
  }

  async function end(signal: Outage['signal']): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    asked = true
    const gone = once(child, 'exit')
    child.kill(signal)
    const timer = setTimeout(() => {
      trouble(`${name} did not end within ${patience} ms of ${signal}`)
      child?.kill('SIGKILL')
    }, patience)
    await gone
    clearTimeout(timer)
  }

  // Whoever ends the rig ends its programs too.
  process.once('exit', () => child?.kill('SIGKILL'))

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => {})
    return turn
  }

  return {
    name,
    start: () => inTurn(start),
    stop: (signal: Outage['signal'] = 'SIGTERM') => inTurn(() => end(signal)),
    /**
     * Ends it, leaves it away for so many ms, and waits until it is ready again. `stumble`: ms after which its first new
     * start is killed again; 0 for not.
     */
    restart: (signal: Outage['signal'], away: number, stumble: number): Promise<Outage> =>
      inTurn(async () => {
        const from = realTime()
        await end(signal)
        await wait(away)
        if (stumble > 0) {
          const first = start()
          await wait(stumble)
          await end('SIGKILL')
          await first
        }
        await start()
        return { program: name, signal, from, to: realTime() }
      }),
  }
}
export type Program = ReturnType<typeof createProgram>
