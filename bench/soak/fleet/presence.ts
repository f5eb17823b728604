import { createRandom, seedOf } from '../random.ts'

interface Connection {
  drop(): void
  open(): void
  close(): Promise<void>
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const weights = { drops: 4, isAway: 4, isLongAway: 1, isDouble: 2 } as const

/** A device that comes and goes for as long as its program lives, by the seed. */
export async function comeAndGo(
  seed: number,
  name: string,
  first: Connection,
  second: () => Connection,
): Promise<never> {
  const random = createRandom(seedOf(seed, 'presence', name))
  for (;;) {
    await wait(random.whole(2000, 25_000))
    switch (random.weighted(weights)) {
      case 'drops':
        first.drop()
        break
      case 'isAway':
      case 'isLongAway':
        await first.close()
        await wait(random.whole(300, 3000) * (random.chance(0.2) ? 4 : 1))
        first.open()
        break
      case 'isDouble': {
        // Both have the device's name and drive each other out, in turn.
        const other = second()
        await wait(random.whole(500, 2500))
        await other.close()
        break
      }
    }
  }
}
