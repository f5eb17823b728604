import { parseExact } from '../../../src/contract/value/exact.ts'
import { registers } from '../frames/frame-scripts.ts'
import { valve } from '../models/valve.ts'
import type { Branch, DemoDevice, DemoProduct } from '../tree.ts'
import { dosingUnits, pumpFollows, pumps } from './pumps.ts'

const valves: DemoProduct = { productKey: 'mv150', name: ['Control valve MV-150', '电动调节阀 MV-150'], model: valve }

const pumpAt = (number: number): DemoDevice => ({
  deviceKey: `pump-${number}`,
  name: [`Pump ${number}`, `${number}号泵`],
  product: pumps,
  simulate: {
    reportEvery: 5,
    values: { 'PMP.Rank': parseExact(String(number)) },
    answer: { after: parseExact('0.2') },
    follow: pumpFollows,
  },
})

export const pumpStation: Branch = {
  key: 'lowmoor',
  name: ['Pump station Lowmoor', '洼地泵站'],
  timezone: '+01:00',
  children: [
    pumpAt(1),
    pumpAt(2),
    {
      deviceKey: 'valve-1',
      name: ['Outlet valve', '出水阀'],
      product: valves,
      simulate: { reportEvery: 8, follow: { 'VLV.Position': { point: 'VLV.PosSet', after: 4 } } },
    },
    {
      deviceKey: 'dosing-1',
      name: ['Dosing unit', '加药装置'],
      product: dosingUnits,
      simulate: { reportEvery: 8, registers, follow: { 'DOS.Rate': { point: 'DOS.RateSet', after: 2 } } },
    },
  ],
}
