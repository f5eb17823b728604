import { describe, expect, it } from 'vitest'
import { type Command, commandSchema } from '#contract/enos/command.ts'
import { frontOf } from './forecast-front.ts'

const now = 1_700_000_000_000
const command = (id: number, change: Record<string, unknown> = {}): Command =>
  commandSchema.parse({
    commandId: String(id),
    createTime: now - 10_000,
    commandType: 1,
    commandName: 'Speed setpoint',
    timeout: 30,
    pendingTtl: 600,
    state: 1,
    ...change,
  })

describe('what stands in front of a new command', () => {
  it('is what is not ended: the first has what is left of its time, each other its whole', () => {
    const commands = [command(2), command(1, { state: 4, sentTime: now - 12_000 }), command(3, { state: 5 })]
    expect(frontOf(commands, now)).toEqual({ count: 2, places: 1, firstUpTo: 18, allUpTo: 48 })
  })

  it('counts an instant command too, but not towards the places', () => {
    expect(frontOf([command(1, { pendingTtl: 0 }), command(2)], now)).toMatchObject({ count: 2, places: 1 })
  })

  it('takes the latest possible time of sending where EnOS does not tell it', () => {
    expect(frontOf([command(1, { state: 4, pendingTtl: 0 })], now)).toMatchObject({ count: 1, firstUpTo: 20 })
    expect(frontOf([command(1, { state: 4 })], now)).toMatchObject({ count: 1, firstUpTo: 30 })
  })

  it('leaves out what has long had its time, whatever its state says', () => {
    const forgotten = command(1, { state: 4, pendingTtl: 0, createTime: now - 86_400_000 })
    expect(frontOf([forgotten], now)).toEqual({ count: 0, places: 0, firstUpTo: 0, allUpTo: 0 })
  })
})
