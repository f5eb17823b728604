import { parseExact } from '../../../src/contract/value/exact.ts'
import { parkController } from '../models/park-controller.ts'
import { windTurbine } from '../models/wind-turbine.ts'
import type { Branch, DemoDevice, DemoProduct } from '../tree.ts'

const turbines: DemoProduct = {
  productKey: 'wtgEN156',
  name: ['Wind turbine EN-156/3.3', '风力发电机组 EN-156/3.3'],
  model: windTurbine,
}
const controllers: DemoProduct = {
  productKey: 'ppc80',
  name: ['Park controller PPC-80', '场级控制器 PPC-80'],
  model: parkController,
}

/** As on any real site: one turbine is still being commissioned, one has lost its network. */
const apart: Record<number, object> = { 3: { stayInactive: true }, 5: { schedule: { online: 0 } } }
const lastSeen: Record<number, number> = { 5: Date.parse('2026-11-21T22:51:04Z') }

/** Rows lie one behind the other: the wind gets weaker and the power with it. */
const turbine = (number: number, row: number): DemoDevice => {
  const place = String(number).padStart(2, '0')
  const wind = 11.9 - row * 0.45 - (number % 3) * 0.12
  return {
    deviceKey: `wtg-${place}`,
    name: [`WTG-${place} Kestrel Ridge`, `红隼岭 WTG-${place}`],
    product: turbines,
    tags: { row: String(row), class: '3.3 MW' },
    ...(lastSeen[number] === undefined ? {} : { lastSeen: lastSeen[number] }),
    simulate: {
      reportEvery: 5 + (number % 3),
      values: {
        'WTG.WindSpeed': parseExact(wind.toFixed(2)),
        'WTG.ActPower': parseExact((3250 - row * 260 - (number % 3) * 70).toFixed(1)),
      },
      follow: {
        'WTG.ActPower': { point: 'WTG.ActPowerLimit', after: 3, atMost: true },
        'WTG.PitchAngle': { point: 'WTG.PitchSet', after: 2 },
      },
      answer: { after: parseExact('0.3') },
      ...apart[number],
    },
  }
}

const row = (number: number, chinese: string): Branch => ({
  key: `kestrel-row-${number}`,
  name: [`Row ${number}`, `第${chinese}排`],
  children: Array.from({ length: 8 }, (_, place) => turbine((number - 1) * 8 + place + 1, number)),
})

export const windFarm: Branch = {
  key: 'kestrel-ridge',
  name: ['Wind farm Kestrel Ridge', '红隼岭风电场'],
  timezone: 'Europe/London',
  children: [
    {
      deviceKey: 'ppc-kestrel',
      name: ['Park controller Kestrel Ridge', '红隼岭场级控制器'],
      product: controllers,
      simulate: { answer: { after: parseExact('0.5') }, reportEvery: 5 },
    },
    row(1, '一'),
    row(2, '二'),
    row(3, '三'),
  ],
}
