import { createRandom, seedOf } from '../random.ts'

/** What a device does with one command. */
export interface Behaviour {
  acts: boolean
  /** Code of its answer; null for none. 0 and 200 mean success (§5.3). */
  code: number | null
  /** ms until it answers. */
  after: number
  twice: boolean
  /** It answers to something nobody asked for first. */
  strangeFirst: boolean
  /** The id goes back as a number (§5.3). */
  asNumber: boolean
  /** It loses its connection: before it acts, after it acted and before it answered, or after all of it. */
  drops: 'never' | 'before' | 'between' | 'after'
}

const good: Behaviour = {
  acts: true,
  code: 200,
  after: 0,
  twice: false,
  strangeFirst: false,
  asNumber: false,
  drops: 'never',
}

const weights = {
  answers: 640,
  answersZero: 60,
  slowly: 60,
  refuses: 80,
  silent: 25,
  actsSilently: 25,
  late: 15,
  dropsBefore: 15,
  dropsBetween: 15,
  dropsAfter: 15,
  twice: 20,
  strange: 15,
  number: 15,
} as const

/** ms; longer than the longest timeout of the plan. */
const tooLate = 6500

/**
 * What a device does follows from the seed and the command's content, so that a replay does the same.
 * A calm device does all it is told at once.
 */
export function behaviourFor(seed: number, content: string, calm: boolean): Behaviour {
  if (calm) return good
  const random = createRandom(seedOf(seed, 'behaviour', content))
  switch (random.weighted(weights)) {
    case 'answers':
      return good
    case 'answersZero':
      return { ...good, code: 0 }
    case 'slowly':
      return { ...good, after: random.whole(20, 500) }
    case 'refuses':
      return { ...good, acts: false, code: random.whole(2000, 2999) }
    case 'silent':
      return { ...good, acts: false, code: null }
    case 'actsSilently':
      return { ...good, code: null }
    case 'late':
      return { ...good, after: tooLate }
    case 'dropsBefore':
      return { ...good, acts: false, code: null, drops: 'before' }
    case 'dropsBetween':
      return { ...good, drops: 'between' }
    case 'dropsAfter':
      return { ...good, drops: 'after' }
    case 'twice':
      return { ...good, twice: true }
    case 'strange':
      return { ...good, strangeFirst: true }
    case 'number':
      return { ...good, asNumber: true }
  }
}
