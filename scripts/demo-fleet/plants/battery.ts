import { parseExact } from '../../../src/contract/value/exact.ts'
import { batteryRack } from '../models/battery-rack.ts'
import { pcs } from '../models/pcs.ts'
import type { Branch, DemoDevice, DemoProduct } from '../tree.ts'

const converters: DemoProduct = {
  productKey: 'pcs2500',
  name: ['Power conversion system PCS-2500', '储能变流器 PCS-2500'],
  model: pcs,
}
const racks: DemoProduct = {
  productKey: 'lfp372',
  name: ['Battery rack LFP-372', '电池簇 LFP-372'],
  model: batteryRack,
}

const rack = (number: number): DemoDevice => ({
  deviceKey: `rack-${number}`,
  name: [`Rack ${number}`, `${number}号电池簇`],
  product: racks,
  simulate: { reportEvery: 8, values: { 'RACK.Soc': parseExact((61.9 + number * 0.5).toFixed(1)) } },
})

export const battery: Branch = {
  key: 'harbour-battery',
  name: ['Battery Harbour East', '东港储能站'],
  timezone: 'Asia/Shanghai',
  children: [
    {
      deviceKey: 'pcs-1',
      name: ['Power conversion system 1', '1号储能变流器'],
      product: converters,
      simulate: {
        reportEvery: 4,
        answer: { after: parseExact('0.1') },
        follow: {
          'PCS.ActPower': { point: 'PCS.PSet', after: 2 },
          'PCS.ReactPower': { point: 'PCS.QSet', after: 2 },
        },
      },
    },
    rack(1),
    rack(2),
    rack(3),
  ],
}
