import type { OutboxDraft, OutboxOwner } from '../../api/outbox-draft.ts'

export const ann: OutboxOwner = { gatewayId: 'enos', personId: 'ann' }

/** 3000.0 kW for a turbine that reported 3300.0 kW. */
export function anOutboxDraft(change: Partial<OutboxDraft> = {}): OutboxDraft {
  const id = change.id ?? 'key-00001'
  return {
    id,
    owner: ann,
    state: 'kept',
    wasTried: false,
    operationId: '',
    deviceTime: 1_000_000,
    clockOffset: 0,
    modelId: 'turbine',
    form: { draft: '3000.0', way: 'now', timeout: '30', keep: '3600' },
    before: { value: '3300.0', time: 900_000 },
    send: {
      query: { orgId: 'o', assetId: 'a1', measurepointId: 'WTG.ActPowerLimit', pendingTtl: 0, timeout: 30 },
      body: '{"value":3000.0}',
      idempotencyKey: id,
      shown: {
        deviceName: 'WTG-07',
        pointName: 'Active power limit',
        unit: 'kW',
        dataType: 'DOUBLE',
        beforeText: '3 300.0',
        afterText: '3 000.0',
        beforeTime: 900_000,
        sentence: 'Set Active power limit of WTG-07 from 3 300.0 kW to 3 000.0 kW.',
      },
    },
    ...change,
  }
}
