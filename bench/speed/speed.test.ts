import { describe, expect, it, onTestFinished } from 'vitest'
import { startProgram } from './ask.ts'
import { createPacketReader, packetTypes, publishPacket, readPublish } from './mqtt-packets.ts'
import type { Devices } from './programs/devices.ts'
import type { Floor } from './programs/floor.ts'
import type { LoadProgram } from './programs/load.ts'
import { jainIndex, median, quantile } from './statistics.ts'

describe('the parts of the bench', () => {
  it('pass a command from the load over the floor to a device and its reply back', async () => {
    const [floor, devices, load] = [
      startProgram<Floor>('floor'),
      startProgram<Devices>('devices'),
      startProgram<LoadProgram>('load'),
    ]
    onTestFinished(async () => {
      await Promise.all([floor, devices, load].map((program) => program.stop('SIGKILL')))
    })
    const ports = await floor.ask('listen')
    await devices.ask('connect', 'floor', { port: ports.mqtt, count: 5 })
    const call = { port: ports.http, devices: 5, caller: { accessToken: 'none' } }
    const { done, p50, p99 } = await load.ask('run', { ...call, connections: 2, each: 4 })
    expect(done).toBe(20)
    expect(p50).toBeLessThanOrEqual(p99)
    await devices.ask('disconnect', 'floor')
  })

  it('tell of a program that ends before it has answered', async () => {
    const floor = startProgram<Floor>('floor')
    await floor.ask('usage')
    const asked = floor.ask('listen').then(() => floor.ask('usage'))
    const stopped = floor.stop('SIGKILL')
    await expect(asked).rejects.toThrow()
    await stopped
  })

  it('cut a stream of bytes into packets wherever it was broken', () => {
    const payload = 'x'.repeat(300)
    const bytes = Buffer.concat([publishPacket(7, '/a/b', payload), publishPacket(8, '/a/b', '')])
    for (let at = 0; at <= bytes.length; at += 13) {
      const read: ReturnType<typeof readPublish>[] = []
      const take = createPacketReader((type, flags, body) => {
        expect(type).toBe(packetTypes.publish)
        read.push(readPublish(flags, body))
      })
      take(bytes.subarray(0, at))
      take(bytes.subarray(at))
      expect(read.map(({ id, topic, payload: text }) => [id, topic, text.toString()])).toEqual([
        [7, '/a/b', payload],
        [8, '/a/b', ''],
      ])
    }
  })

  it('reckon with what was measured', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(quantile([1, 2, 3, 4], 0.99)).toBe(4)
    expect(jainIndex([5, 5, 5])).toBe(1)
    expect(jainIndex([9, 0, 0])).toBeCloseTo(1 / 3)
  })
})
