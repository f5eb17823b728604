import { describe, expect, it } from 'vitest'
import { dataTypeNames } from '../../src/contract/enos/thing-model.ts'
import { planDisturbance } from './disturbances.ts'
import { planAction } from './plan.ts'
import { makeSoakFleet } from './soak-fleet.ts'

const [first, ...others] = makeSoakFleet('fleets/demo.json').devices
if (!first) throw new Error('no devices')
const actions = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) => planAction(seed, index, [first, ...others]))

describe('the plan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(actions(7, 200)).toEqual(actions(7, 200))
    expect(actions(7, 200)).not.toEqual(actions(8, 200))
    const disturbances = (seed: number) => Array.from({ length: 50 }, (_, index) => planDisturbance(seed, index, 1000))
    expect(disturbances(7)).toEqual(disturbances(7))
    expect(disturbances(7)).not.toEqual(disturbances(8))
  })

  it('sets points of every data type, by both doors, and repeats in every way', () => {
    const sends = actions(7, 3000)
      .flat()
      .filter((one) => one.kind === 'send')
    const types = sends.map(
      ({ device, point }) => device.points.find(({ identifier }) => identifier === point)?.dataType,
    )
    expect(new Set(types)).toEqual(new Set(dataTypeNames))
    expect(new Set(sends.map(({ way }) => way))).toEqual(new Set(['panel', 'enos']))
    expect(new Set(sends.map(({ repeat }) => repeat)).size).toBe(5)
  })
})
