import { expect, test } from 'vitest'
import type { Command } from '#contract/enos/command.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { turnsOf, usualAnswerTime } from './turns-of.ts'

const commands = [30, 60, 5].map((timeout) => ({ timeout }) as unknown as Command)
const answered = (sent: number, time: number, outcome = 'done') =>
  ({
    outcome,
    steps: [
      { kind: 'sent', time: sent },
      { kind: 'answered', time },
    ],
  }) as unknown as Operation

test('a command waits for all ahead of it: as long as they usually take, at most until their time-outs', () => {
  expect(turnsOf(commands, 400)).toEqual([
    { usual: 0, atMost: 0 },
    { usual: 400, atMost: 30_000 },
    { usual: 800, atMost: 90_000 },
  ])
  expect(turnsOf(commands, undefined).map(({ usual }) => usual)).toEqual([undefined, undefined, undefined])
})

test('the usual time is the middle one of those that the device confirmed', () => {
  expect(usualAnswerTime([answered(0, 300), answered(0, 9000), answered(10, 510), answered(0, 1, 'refused')])).toBe(500)
  expect(usualAnswerTime([])).toBeUndefined()
})
