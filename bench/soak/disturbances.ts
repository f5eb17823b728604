import type { Way } from './link.ts'
import type { ProgramName } from './program.ts'
import { createRandom, seedOf } from './random.ts'

/** Between proxy and connect, or between connect and the devices. */
export type LinkName = 'gateway' | 'broker'

/** Something bad that happens, `gap` ms after the one before began. */
export type Disturbance = { gap: number } & (
  | { kind: 'kill'; program: ProgramName; signal: 'SIGKILL' | 'SIGTERM'; away: number; stumble: number }
  | { kind: 'cut'; link: LinkName; share: number; reset: boolean }
  | { kind: 'halfOpen'; link: LinkName; share: number; ways: Way[]; loseFar: boolean; duration: number }
  | { kind: 'slow'; link: LinkName; delay: number; duration: number }
  | { kind: 'refuse'; link: LinkName; duration: number }
  | { kind: 'jump'; programs: ProgramName[]; ahead: number; duration: number }
)

const weights = { kill: 10, cut: 7, halfOpen: 4, slow: 3, refuse: 2, jump: 2 } as const
const tenMinutes = 600_000

/** Disturbance number `index` of the run with this seed. @param pace ms between two, on average. */
export function planDisturbance(seed: number, index: number, pace: number): Disturbance {
  const random = createRandom(seedOf(seed, 'disturbance', index))
  const gap = Math.round(pace * (0.3 + 1.4 * random.next()))
  const link = random.weighted({ gateway: 1, broker: 1 })
  // Of a gateway's connections each carries one call, of the broker's each one device.
  const share = random.chance(0.2) ? 1 : link === 'gateway' ? 0.3 : 0.05
  switch (random.weighted(weights)) {
    case 'kill':
      return {
        gap,
        kind: 'kill',
        program: random.weighted({ proxy: 4, connect: 4, fleet: 2 }),
        signal: random.weighted({ SIGKILL: 9, SIGTERM: 1 }),
        away: random.chance(0.7) ? 0 : random.whole(100, 1500),
        stumble: random.chance(0.2) ? random.whole(100, 900) : 0,
      }
    case 'cut':
      return { gap, kind: 'cut', link, share, reset: random.chance(0.5) }
    case 'halfOpen': {
      const ways = random.pick<Way[]>([['there'], ['back'], ['there', 'back']])
      const loseFar = ways.length === 2 && random.chance(0.5)
      return { gap, kind: 'halfOpen', link, share, ways, loseFar, duration: random.whole(500, 5000) }
    }
    case 'slow':
      return { gap, kind: 'slow', link, delay: random.whole(50, 600), duration: random.whole(300, 2500) }
    case 'refuse':
      return { gap, kind: 'refuse', link, duration: random.whole(100, 1500) }
    case 'jump': {
      const all: ProgramName[] = ['proxy', 'connect', 'fleet']
      const programs = random.chance(0.5) ? all : [random.pick<ProgramName>(['proxy', 'connect', 'fleet'])]
      return {
        gap,
        kind: 'jump',
        programs,
        ahead: random.chance(0.5) ? tenMinutes : -tenMinutes,
        duration: random.whole(1000, 8000),
      }
    }
  }
}
