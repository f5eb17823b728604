import { outcomes } from '../../src/contract/panel/operation.ts'
import { pointClasses } from '../../src/contract/panel/role.ts'
import { anOperation } from '../../src/proxy/store/sqlite/an-operation.suite.ts'
import type { openOperationStore } from '../../src/proxy/store/sqlite/open-operation-store.ts'

const kinds = ['Pump', 'Turbine', 'Inverter', 'Valve', 'Boiler']
export const firstTime = Date.UTC(2026, 0, 1)
export const minute = 60_000

interface Kind {
  gatewayIds?: [usual: string, other: string]
  /** None waits for an outcome: a proxy that starts with them asks nobody. */
  isSettled?: boolean
}

/** One of very many: mostly done, some of everything; 1,000 devices at two gateways, 30 people, one of whom has sent only once, long ago. */
function operation(index: number, { gatewayIds = ['first', 'second'], isSettled = false }: Kind) {
  const device = index % 1000
  const usual = index % 20 === 0 ? (outcomes[(index / 20) % outcomes.length] ?? 'done') : 'done'
  const outcome = isSettled && (usual === 'waiting' || usual === 'queued') ? 'done' : usual
  const isKnown = outcome === 'done' || outcome === 'waiting' || outcome === 'queued'
  return anOperation({
    id: `op-${index}`,
    person: index === 7 ? 'Once Only' : `Operator ${index % 30}`,
    gatewayId: gatewayIds[index % 10 === 0 ? 1 : 0],
    createTime: firstTime + index * 5 * minute,
    endTime: firstTime + index * 5 * minute + 400,
    assetId: device % 10 === 3 ? '' : `asset${device}`,
    productKey: 'aProduct',
    deviceKey: `key${device}`,
    measurepointId: `PMP.Point${index % 40}`,
    pointClass: pointClasses[index % 50 === 0 ? 2 : index % 5 === 0 ? 1 : 0] ?? 'routine',
    body: `{"value":${index}.5}`,
    outcome,
    failure: isKnown ? null : 'interrupted',
    code: isKnown ? 0 : 11900 + (index % 7),
    commandId: String(1_000_000_000_000_000_000n + BigInt(index) * 7919n),
    shown: {
      deviceName: `${kinds[device % kinds.length]} ${device}`,
      pointName: index % 2 === 0 ? '温度 setpoint' : 'Speed setpoint',
      unit: 'rpm',
      dataType: 'DOUBLE',
      beforeText: '1',
      afterText: String(index),
      beforeTime: firstTime,
      sentence: `Set the setpoint of ${kinds[device % kinds.length]} ${device} to ${index}.5 rpm.`,
    },
    steps: [
      { kind: 'recorded', time: firstTime },
      { kind: 'sent', time: firstTime + 5 },
      { kind: 'answered', time: firstTime + 400, detail: '0 OK' },
    ],
    answer: `{"code":0,"msg":"OK","requestId":"${index}","data":{"commandId":"${index}"}}`,
  })
}

const atOnce = 1000

/** Puts the first `count` of them on record, and into the indexes by which people search. */
export async function recordMany(
  store: Pick<ReturnType<typeof openOperationStore>, 'record' | 'listNow'>,
  count: number,
  kind: Kind = {},
): Promise<void> {
  for (let start = 0; start < count; start += atOnce) {
    const indices = Array.from({ length: Math.min(atOnce, count - start) }, (_, index) => start + index)
    await Promise.all(indices.map((index) => store.record(operation(index, kind))))
  }
  await store.listNow()
}
