import { describe, expect, it } from 'vitest'
import { failures } from '#contract/enos/failures.ts'
import { ExactNumber } from '#contract/value/exact.ts'
import { eachWithAWorld, settled } from './scripted-world.suite.ts'

const makeWorld = eachWithAWorld()

async function inFlight() {
  const world = makeWorld()
  world.connect()
  const call = world.call({ timeout: 10 })
  await settled()
  return { world, seen: call.seen, commandId: world.published[0] ?? '' }
}

describe('a reply', () => {
  it('may echo the id as a number', async () => {
    const { world, seen, commandId } = await inFlight()
    world.reply(new ExactNumber(commandId))
    await settled()
    expect(seen.outcome.is).toBe('accepted')
  })

  it('to an id that nobody knows, or to none, changes nothing (Q16)', async () => {
    const { world, seen } = await inFlight()
    for (const id of ['2500000000000000009', '', null, true, [], {}]) world.reply(id)
    await settled()
    expect(seen.outcome.is).toBe('waiting')
    expect(world.ignored).toEqual(Array(6).fill('there is no such command'))
  })

  it('of another device changes nothing', async () => {
    const { world, seen, commandId } = await inFlight()
    world.connect('other')
    world.reply(commandId, 200, '', 'other')
    world.call({ device: world.device('other') })
    await settled()
    world.reply(commandId, 200, '', 'other')
    await settled()
    expect(seen.outcome.is).toBe('waiting')
    expect(world.states('other')).toEqual([4])
    expect(world.ignored).toEqual(Array(2).fill('the command is for another device'))
  })

  it('after the deadline changes nothing (Q15)', async () => {
    const { world, commandId } = await inFlight()
    await world.clock.advance(10_000)
    world.reply(commandId)
    await settled()
    expect(world.states()).toEqual([7])
    expect(world.ignored).toEqual(['the command is in state 7 and waits for no reply'])
  })

  it('that comes twice counts once', async () => {
    const { world, commandId } = await inFlight()
    world.reply(commandId)
    world.reply(commandId, 2001)
    await settled()
    world.reply(commandId, 2001)
    await settled()
    expect(world.states()).toEqual([5])
    expect(world.ignored).toEqual(Array(2).fill('the command is in state 5 and waits for no reply'))
  })

  it('to a command that still waits changes nothing', async () => {
    const { world } = await inFlight()
    const second = world.call({ pendingTtl: 60 })
    await second.done
    world.reply(world.all()[1]?.commandId ?? '')
    await settled()
    expect(world.states()).toEqual([4, 1])
    expect(world.ignored).toEqual(['the command is in state 1 and waits for no reply'])
  })

  it('that refuses without words is put into words', async () => {
    const { world, seen, commandId } = await inFlight()
    world.reply(commandId, -5)
    await settled()
    expect(seen.outcome).toMatchObject({ failure: 'refusedByDevice', code: -5, message: 'Device returned error -5' })
  })

  it.each([...new Set(Object.values(failures).map(({ code }) => code))])(
    'with our own code %i answers 99500, also in the record, with the code in the text',
    async (code) => {
      const { world, seen, commandId } = await inFlight()
      world.reply(commandId, code, 'not me')
      await settled()
      const message = `Device returned error ${code}: not me`
      expect(seen.outcome).toMatchObject({ failure: 'refusedByDevice', code: 99500, message, commandId })
      expect(world.all()[0]).toMatchObject({ state: 6, resultCode: 99500, resultMsg: message })
    },
  )

  it('whose code is no whole number answers 99500, with what the device said', async () => {
    const { world, seen, commandId } = await inFlight()
    world.reply(commandId, null, 'valve stuck')
    await settled()
    const message = 'Device answered without a whole number as code: valve stuck'
    expect(seen.outcome).toMatchObject({ failure: 'refusedByDevice', code: 99500, message, commandId })
    expect(world.all()[0]).toMatchObject({ state: 6, resultCode: 99500, resultMsg: message })
  })

  it('keeps a thousand characters of a long message', async () => {
    const { world, commandId } = await inFlight()
    world.reply(commandId, 2001, 'x'.repeat(100_000))
    await settled()
    expect(world.all()[0]?.resultMsg).toBe('x'.repeat(1000))
  })
})
