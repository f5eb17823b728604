import type { z } from 'zod'
import { parseExact, stringifyExact } from '#contract/value/exact.ts'
import type { FleetFile, fleetShapeSchema } from './fleet-shape.ts'
import { checkFleet } from './read-fleet-file.ts'

/** As a person writes it: numbers are plain. */
export type FleetInput = z.input<typeof fleetShapeSchema>

export const named = (defaultValue: string, zh = ''): { defaultValue: string; i18nValue: Record<string, string> } => ({
  defaultValue,
  i18nValue: zh === '' ? {} : { en_US: defaultValue, zh_CN: zh },
})

const point = (
  identifier: string,
  dataType: string,
  more: Record<string, unknown> = {},
): FleetInput['thingModels'][number]['measurepoints'] => ({
  [identifier]: { identifier, name: named(`Point ${identifier}`), dataType, ...more },
})

/**
 * One organisation with two heaters and a pump: enough for every call.
 * Tree `plant`: site → hall (h1, h2), and pump below site. `limited` may touch the hall only.
 */
export const smallFleet = (): FleetInput => ({
  orgId: 'o1',
  applications: [
    {
      accessKey: 'panel',
      secretKey: 'panel-secret',
      permissions: ['asset.control', 'asset.read', 'device.read', 'model.read'],
    },
    {
      accessKey: 'limited',
      secretKey: 'limited-secret',
      permissions: ['asset.control', 'asset.read', 'device.read'],
      assets: ['hall'],
    },
    { accessKey: 'reader', secretKey: 'reader-secret', permissions: ['device.read'] },
  ],
  thingModels: [
    {
      modelId: 'Heater',
      modelIdPath: '/Thing/Heater',
      name: named('Heater', '加热器'),
      tags: { kind: 'heat' },
      measurepoints: {
        ...point('temp', 'DOUBLE', { minimum: 5, maximum: 30, unit: { unitId: '°C', multiplier: 'ONE' } }),
        ...point('power', 'DOUBLE', { isWritable: false, hasQuality: true }),
        ...point('mode', 'ENUM', {
          dataDefinition: { enumType: 'INT', enumDesc: { 0: named('off'), 1: named('heat') } },
        }),
        ...point('limits', 'STRUCT', {
          dataDefinition: {
            items: [{ identifier: 'low', name: named('Low'), dataType: 'INT', dataDefinition: {}, required: true }],
          },
        }),
      },
    },
    { modelId: 'Pump', orgId: 'public', name: named('Pump'), measurepoints: point('speed', 'INT') },
  ],
  products: [
    {
      productKey: 'pkHeater',
      productName: named('Heater'),
      modelId: 'Heater',
      productType: 'Device',
      dataFormat: 'Json',
    },
    {
      productKey: 'pkPump',
      productSecret: 'psPump',
      productName: named('Pump'),
      modelId: 'Pump',
      productType: 'Gateway',
      dataFormat: 'Json',
      dynamicActivation: true,
    },
  ],
  devices: [
    {
      deviceKey: 'dk1',
      productKey: 'pkHeater',
      deviceSecret: 'ds1',
      assetId: 'h1',
      deviceName: named('Heater 1', '加热器1'),
      timezone: '+01:00',
      deviceTags: { site: 'North' },
    },
    {
      deviceKey: 'dk2',
      productKey: 'pkHeater',
      deviceSecret: 'ds2',
      assetId: 'h2',
      deviceName: named('Heater 2'),
      timezone: 'Europe/Berlin',
      disabled: true,
    },
    {
      deviceKey: 'dk3',
      productKey: 'pkPump',
      deviceSecret: 'ds3',
      assetId: 'p1',
      deviceName: named('Pump'),
      timezone: 'UTC',
      simulate: { answer: 'never' },
    },
  ],
  assetTrees: [
    {
      treeId: 'plant',
      name: named('Plant'),
      nodes: [
        {
          assetId: 'site',
          name: named('Site', '场站'),
          children: [
            { assetId: 'hall', name: named('Hall'), children: [{ assetId: 'h1' }, { assetId: 'h2' }] },
            { assetId: 'p1' },
          ],
        },
      ],
    },
  ],
})

/** Read as from a file. */
export const readFleet = (fleet: unknown): FleetFile => checkFleet('the fleet', parseExact(stringifyExact(fleet)))
