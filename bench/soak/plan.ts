import { setBodyText, stringifyExact } from '../../src/contract/value/exact.ts'
import { createRandom, type Random, seedOf } from './random.ts'
import { randomValue } from './random-value.ts'
import type { SoakDevice } from './soak-fleet.ts'

/** By which door: the panel's API, with an idempotency key, or the signed EnOS API itself. */
export type Way = 'panel' | 'enos'

/**
 * How often a send is asked for with its key.
 * - `once`. - `together`: twice at the same time. - `again`: once more when it has been answered.
 * - `abandoned`: the asker hangs up after a moment, and asks again. - `conflict`: then with another body under the key.
 */
export type Repeat = 'once' | 'together' | 'again' | 'abandoned' | 'conflict'

export interface Send {
  kind: 'send'
  way: Way
  device: SoakDevice
  /** Named by productKey and deviceKey, or by its asset. */
  byKeys: boolean
  point: string
  /** Exact JSON text. */
  value: string
  body: string
  /** Seconds; 0 for instant. */
  pendingTtl: number
  /** Seconds. */
  timeout: number
  repeat: Repeat
  /** ms after which one that is `abandoned` is. */
  patience: number
}

export interface Cancel {
  kind: 'cancel'
  way: Way
  device: SoakDevice
  byKeys: boolean
  /** One command that was accepted lately, or all that wait. */
  what: 'one' | 'all'
}

/** What one worker does next: mostly one send; sometimes as many at once as a queue cannot take. */
export type Action = (Send | Cancel)[]

function planSend(random: Random, devices: readonly [SoakDevice, ...SoakDevice[]], device: SoakDevice): Send {
  const [first, ...others] = device.points
  if (!first) throw new Error(`${device.deviceKey} has no point to set`)
  const point = random.pick([first, ...others])
  const isWrong = random.chance(0.01)
  const other = random.pick(devices).points[0] ?? first
  const value = stringifyExact(randomValue(random, isWrong ? other : point))
  const way = random.weighted({ panel: 7, enos: 3 })
  return {
    kind: 'send',
    way,
    device,
    byKeys: random.chance(0.3),
    point: point.identifier,
    value,
    body: `{"value":${value}}`,
    pendingTtl: random.chance(0.55) ? 0 : random.whole(2, 30),
    timeout: random.whole(2, 5),
    repeat: random.weighted({ once: 76, together: 6, again: 6, abandoned: 9, conflict: 3 }),
    patience: random.whole(1, 400),
  }
}

/** The action number `index` of the run with this seed; it depends on nothing else. */
export function planAction(seed: number, index: number, devices: readonly [SoakDevice, ...SoakDevice[]]): Action {
  const random = createRandom(seedOf(seed, 'action', index))
  const device = random.pick(devices)
  switch (random.weighted({ send: 940, cancel: 52, flood: 2 })) {
    case 'send':
      return [planSend(random, devices, device)]
    case 'cancel':
      return [
        {
          kind: 'cancel',
          way: random.weighted({ panel: 1, enos: 1 }),
          device,
          byKeys: random.chance(0.3),
          what: random.chance(0.7) ? 'one' : 'all',
        },
      ]
    case 'flood':
      return Array.from({ length: random.whole(55, 70) }, () => ({
        ...planSend(random, devices, device),
        pendingTtl: random.whole(10, 40),
        repeat: 'once',
      }))
  }
}

/** Another body for the same point, to be refused under a key that is taken. */
export const otherBody = ({ value }: Send): string => setBodyText(value === '"other"' ? 'another' : 'other')
