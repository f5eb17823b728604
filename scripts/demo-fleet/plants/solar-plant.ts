import { parseExact } from '../../../src/contract/value/exact.ts'
import { combinerBox } from '../models/combiner-box.ts'
import { gateway } from '../models/gateway.ts'
import { inverter } from '../models/inverter.ts'
import { tracker } from '../models/tracker.ts'
import { weatherStation } from '../models/weather-station.ts'
import type { Branch, DemoDevice, DemoProduct } from '../tree.ts'

const inverters: DemoProduct = {
  productKey: 'invSL250',
  name: ['String inverter SL-250', '组串式逆变器 SL-250'],
  model: inverter,
}
const trackers: DemoProduct = {
  productKey: 'trk1P',
  name: ['Solar tracker TR-1P', '光伏跟踪支架 TR-1P'],
  model: tracker,
}
const stations: DemoProduct = {
  productKey: 'ws600',
  name: ['Weather station WS-600', '气象站 WS-600'],
  model: weatherStation,
}
const loggers: DemoProduct = {
  productKey: 'log8',
  name: ['Data logger LOG-8', '数据采集器 LOG-8'],
  model: gateway,
  productType: 'Gateway',
}
const boxes: DemoProduct = { productKey: 'cb16', name: ['Combiner box CB-16', '汇流箱 CB-16'], model: combinerBox }

const inverterAt = (number: number, array: string, chinese: string, apart: object = {}): DemoDevice => {
  const place = String(number).padStart(2, '0')
  return {
    deviceKey: `inv-${place}`,
    name: [`INV-${place} ${array} array`, `${chinese}方阵 INV-${place}`],
    product: inverters,
    tags: { array: array.toLowerCase() },
    simulate: {
      reportEvery: 5,
      values: { 'INV.ActPower': parseExact((181 + number * 0.83).toFixed(2)) },
      answer: { after: parseExact('0.2') },
      ...apart,
    },
  }
}

const trackerAt = (array: string, chinese: string): DemoDevice => ({
  deviceKey: `trk-${array.toLowerCase()}`,
  name: [`Tracker ${array} array`, `${chinese}方阵跟踪支架`],
  product: trackers,
  simulate: { reportEvery: 8, follow: { 'TRK.Angle': { point: 'TRK.AngleSet', after: 6 } } },
})

const box = (number: number): DemoDevice => ({
  deviceKey: `cb-${number}`,
  name: [`Combiner box ${number}`, `${number}号汇流箱`],
  product: boxes,
  simulate: { reportEvery: 8, values: { 'CB.Label': `Row ${number}` } },
})

export const solarPlant: Branch = {
  key: 'meridian-flats',
  name: ['Solar plant Meridian Flats', '子午原光伏电站'],
  timezone: 'Europe/Madrid',
  children: [
    {
      deviceKey: 'ws-1',
      name: ['Weather station', '气象站'],
      product: stations,
      simulate: { reportEvery: 8 },
    },
    {
      key: 'meridian-north',
      name: ['North array', '北方阵'],
      children: [1, 2, 3].map((number) => inverterAt(number, 'North', '北')).concat(trackerAt('North', '北')),
    },
    {
      key: 'meridian-south',
      name: ['South array', '南方阵'],
      children: [
        inverterAt(11, 'South', '南'),
        {
          ...inverterAt(12, 'South', '南', { schedule: { online: 0 } }),
          lastSeen: Date.parse('2026-11-20T15:08:37Z'),
        },
        trackerAt('South', '南'),
      ],
    },
    {
      key: 'meridian-combiners',
      name: ['Combiner boxes', '汇流箱'],
      children: [
        {
          deviceKey: 'logger-1',
          name: ['Data logger (gateway of the combiner boxes)', '数据采集器（汇流箱网关）'],
          product: loggers,
          simulate: {
            reportEvery: 8,
            subDevices: [1, 2].map((number) => ({ productKey: boxes.productKey, deviceKey: `cb-${number}` })),
          },
        },
        box(1),
        box(2),
      ],
    },
  ],
}
