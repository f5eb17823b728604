import type { Operation } from '#contract/panel/operation.ts'

let count = 0

/** An operation as it is recorded, before anything has left. */
export function anOperation(change: Partial<Operation> = {}): Omit<Operation, 'revision'> {
  const id = change.id ?? `op-${++count}`
  return {
    id,
    idempotencyKey: `key-${id}`,
    person: 'Local user',
    remoteAddress: '127.0.0.1',
    createTime: 1000 + count,
    endTime: null,
    orgId: 'o1',
    assetId: 'a1',
    productKey: '',
    deviceKey: '',
    measurepointId: 'p',
    pendingTtl: 0,
    timeout: 30,
    body: '{"value":1.0}',
    shown: null,
    outcome: 'waiting',
    failure: null,
    code: null,
    message: '',
    commandId: '',
    state: null,
    steps: [{ kind: 'recorded', time: 1000 }],
    answer: '',
    ...change,
  }
}
