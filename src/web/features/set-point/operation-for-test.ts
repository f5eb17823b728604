import type { Operation } from '#contract/panel/operation.ts'

/** An operation as the proxy records it, for tests that care about a few of its members. */
export const operationForTest = (change: Partial<Operation> = {}): Operation => ({
  id: 'op1',
  revision: 1,
  idempotencyKey: 'key-12345',
  person: 'M. Lindqvist',
  createTime: 1_700_000_000_000,
  endTime: null,
  orgId: 'o1',
  assetId: 'a1',
  productKey: '',
  deviceKey: '',
  measurepointId: 'p1',
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
  steps: [],
  answer: '',
  ...change,
})
