import { describe, expect, it } from 'vitest'
import { commandStates } from '#contract/enos/command.ts'
import { storedCommand } from '../store/command-store.suite.ts'
import { move, transitions } from './transitions.ts'

const states = Object.values(commandStates)

describe('the transitions of a command', () => {
  it('lead from the beginning to every state, and from the ends nowhere', () => {
    const reached = new Set<number>([commandStates.created])
    for (const state of reached) for (const next of transitions[state as keyof typeof transitions]) reached.add(next)
    expect([...reached].toSorted()).toEqual(states)
    const ends = states.filter((state) => transitions[state].length === 0)
    expect(ends).toEqual([2, 3, 5, 6, 7])
  })

  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    '%i → %i goes by the table',
    (from, to) => {
      const command = storedCommand(1, { state: from })
      const legal = (transitions[from] as readonly number[]).includes(to)
      if (legal) {
        move(command, { state: to, endTime: 9 })
        expect(command).toMatchObject({ state: to, endTime: 9 })
      } else {
        expect(() => move(command, { state: to, endTime: 9 })).toThrow(`cannot go from state ${from} to ${to}`)
        expect(command).toMatchObject({ state: from, endTime: null })
      }
    },
  )
})
