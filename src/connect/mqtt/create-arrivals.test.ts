import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Channel, StoredCommand } from '../commands/ports.ts'
import { createArrivals } from './create-arrivals.ts'
import { addresses, command } from './start-test-broker.test-support.ts'

/** A channel that notes what it is asked to encode. */
function notedChannel() {
  const encoded: string[] = []
  const channel: Channel = {
    encode: async ({ commandId }) => {
      encoded.push(commandId)
      return { topic: '', payload: Buffer.from(commandId) }
    },
    publish: async () => true,
  }
  return { encoded, channel }
}

const cached = (id: string): StoredCommand => ({ ...command(addresses.demo, id, 'share', '5'), pendingTtl: 600 })
const instant = (id: string): StoredCommand => command(addresses.demo, id, 'share', '5')

describe('while connections come', () => {
  it('cached commands wait, in their order, until a turn brought none; an instant one does not wait', async () => {
    const { encoded, channel } = notedChannel()
    // However long a turn takes, here they wait for it.
    const arrivals = createArrivals(Number.POSITIVE_INFINITY)
    const waiting = arrivals.inFrontOf(channel)
    const all: Promise<unknown>[] = []
    for (const id of ['1', '2', '3']) {
      arrivals.accepted()
      all.push(waiting.encode(cached(id)))
      await nextTurn()
    }
    expect(encoded).toEqual([])
    await waiting.encode(instant('4'))
    expect(encoded).toEqual(['4'])
    await Promise.all(all)
    expect(encoded).toEqual(['4', '1', '2', '3'])
  })

  it('cached commands go on after a while although there is no end of it, and for a while do not wait again', async () => {
    const { encoded, channel } = notedChannel()
    const arrivals = createArrivals(50)
    const waiting = arrivals.inFrontOf(channel)
    let goesOn = true
    const knock = (): void => {
      arrivals.accepted()
      if (goesOn) setImmediate(knock)
    }
    knock()
    await waiting.encode(cached('1'))
    await waiting.encode(cached('2'))
    goesOn = false
    expect(encoded).toEqual(['1', '2'])
  })

  it('nobody waits where nobody comes', async () => {
    const { encoded, channel } = notedChannel()
    const encoding = createArrivals().inFrontOf(channel).encode(cached('1'))
    expect(encoded).toEqual(['1'])
    await encoding
  })
})
