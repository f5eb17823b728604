import { deviceSchema } from '#contract/enos/device.ts'
import { measurepointSchema } from '#contract/enos/thing-model.ts'
import { parseExact } from '#contract/value/exact.ts'
import type { Target } from './target.ts'

/** A point of a wind turbine; `point` is what differs of it, as JSON. */
export function targetForTest(point: string): Target {
  const given = parseExact(point)
  return {
    orgId: 'o1',
    device: deviceSchema.parse({
      assetId: 'a1',
      productKey: 'pk',
      deviceKey: 'wtg-07',
      deviceName: 'WTG-07',
      status: 'online',
      timezone: '+01:00',
    }),
    point: measurepointSchema.parse({
      identifier: 'WTG.ActPowerLimit',
      name: 'Active power limit',
      unit: null,
      ...(given as object),
    }),
    measurepointId: 'WTG.ActPowerLimit',
  }
}
