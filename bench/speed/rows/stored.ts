import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeFleet } from '../fleet.ts'
import type { Scenario } from '../scenario.ts'
import { startService } from '../service.ts'
import { createSignedCall } from '../signed-call.ts'
import { median } from '../statistics.ts'
import { createTailCount, writeStoredCommands } from '../stored-commands.ts'

const deviceCount = 2000
const measured = { busiest: 0, usual: 7 }

/** The day of so many days ago, as the API writes it; the device's clock is at +01:00. */
const dayBefore = (days: number): string => new Date(Date.now() + (1 - 24 * days) * 3600_000).toISOString().slice(0, 10)

/** Every field that commands can be searched by, and all of them together. */
const expressions = (): string[] => [
  '',
  ...[1, 2, 3, 4, 5, 6, 7].map((state) => `state = ${state}`),
  `commandName like 'limit'`,
  `commandName.zh_CN like 'nothing has this name'`,
  `createTime > '${dayBefore(1)} 00:00:00'`,
  `createTime < '${dayBefore(5)} 00:00:00'`,
  `createTime >= '${dayBefore(4)} 10:00:00' and createTime < '${dayBefore(4)} 11:00:00'`,
  `state = 6 and commandName like 'limit' and createTime > '${dayBefore(6)} 00:00:00'`,
  `state = 2 and commandName.en_US like 'nothing has this name' and createTime < '${dayBefore(1)} 00:00:00'`,
]

/** A service with much behind it: each way to search, and how the hourly tidying keeps out of everybody's way. */
export const stored: Scenario = async ({ folder, later, note, rounds, isQuick }) => {
  const count = isQuick ? 100_000 : 1_000_000
  const fleetFile = join(folder, 'fleet.json')
  writeFleet(fleetFile, deviceCount)
  const began = performance.now()
  writeStoredCommands(join(folder, 'base'), count, deviceCount)
  note(`${count} commands written within ${((performance.now() - began) / 1000).toFixed(0)} s`)

  const blocked: number[] = []
  const took = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    const home = join(folder, String(round))
    mkdirSync(home)
    cpSync(join(folder, 'base', 'data'), join(home, 'data'), { recursive: true })
    const service = await startService(home, fleetFile)
    later(() => service.program.stop('SIGKILL'))
    await service.program.ask('watchLoop')
    const tail = createTailCount(home)
    const before = tail.count()
    const start = performance.now()
    while (tail.count() > 0) await sleep(100)
    tail.close()
    const { longest } = await service.program.ask('loopDelay')
    blocked.push(longest)
    note(
      `round ${round + 1}: started within ${service.startTime.toFixed(2)} s, ${before} old commands removed within ${((performance.now() - start) / 1000).toFixed(1)} s, longest block ${longest.toFixed(1)} ms`,
    )

    const call = createSignedCall(service)
    await call('searchCommand', 1, '{}')
    for (const [which, device] of Object.entries(measured)) {
      for (const expression of expressions()) {
        const body = JSON.stringify({ expression })
        const sent = performance.now()
        await call('searchCommand', device, body)
        const key = `${which} device: ${expression || 'all'}`
        took.set(key, [...(took.get(key) ?? []), performance.now() - sent])
      }
    }
    await service.program.stop('SIGKILL')
  }

  const slowest = [...took].map(([key, times]) => ({ key, time: median(times) })).toSorted((a, b) => b.time - a.time)
  for (const { key, time } of slowest.slice(0, 4)) note(`${time.toFixed(1)} ms: ${key}`)
  const { key = '', time = Number.NaN } = slowest[0] ?? {}
  const longest = median(blocked)
  const what = `${count.toLocaleString('en')} commands stored`
  return [
    {
      ...{ name: `${what}: first page of the slowest search`, goal: '≤ 15 ms', met: time <= 15 },
      result: `${time.toFixed(1)} ms (${key})`,
    },
    {
      ...{ name: `${what}: longest block while the tail is removed`, goal: '≤ 20 ms', met: longest <= 20 },
      result: `${longest.toFixed(1)} ms`,
    },
  ]
}
