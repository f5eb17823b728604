import { type Disturbance, planDisturbance } from './disturbances.ts'
import { realTime } from './link.ts'
import type { Plant } from './plant.ts'
import type { Outage, ProgramName } from './program.ts'

/** A time in which clocks were wrong, in ms of `realTime`. */
export interface Jump {
  programs: ProgramName[]
  ahead: number
  from: number
  to: number
}

interface Parts {
  seed: number
  /** ms between two disturbances, on average. */
  pace: number
  plant: Plant
  outage(outage: Outage): void
  jump(jump: Jump): void
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Does one bad thing after the other, as the plan says, also several at once. */
export function createDisturber({ seed, pace, plant, outage, jump }: Parts) {
  const running = new Set<Promise<void>>()
  let [stopping, kills, count] = [false, 0, 0]

  async function setWrong({ programs, ahead, duration }: Extract<Disturbance, { kind: 'jump' }>): Promise<void> {
    const from = realTime()
    for (const name of programs) plant.setClock(name, ahead)
    await wait(duration)
    for (const name of programs) plant.setClock(name, 0)
    jump({ programs, ahead, from, to: realTime() })
  }

  async function disturb(what: Disturbance): Promise<void> {
    switch (what.kind) {
      case 'kill': {
        if (what.signal === 'SIGKILL') kills += 1
        if (what.stumble > 0) kills += 1
        outage(await plant.programs[what.program].restart(what.signal, what.away, what.stumble))
        return
      }
      case 'cut':
        plant.links[what.link].cut(what.share, what.reset)
        return
      case 'halfOpen':
        return await plant.links[what.link].halfOpen(what.share, what.ways, what.loseFar, what.duration)
      case 'slow':
        return await plant.links[what.link].slow(what.delay, what.duration)
      case 'refuse':
        return await plant.links[what.link].refuse(what.duration)
      case 'jump':
        return await setWrong(what)
    }
  }

  return {
    /** Goes on until it is stopped; resolves when everything it did is over. */
    async run(): Promise<void> {
      while (!stopping) {
        const what = planDisturbance(seed, count++, pace)
        await wait(what.gap)
        if (stopping) break
        const work = disturb(what)
        running.add(work)
        void work.finally(() => running.delete(work))
      }
      await Promise.all(running)
    },
    stop(): void {
      stopping = true
    },
    kills: () => kills,
    count: () => count,
  }
}
export type Disturber = ReturnType<typeof createDisturber>
