import type { Operation } from './operation.ts'

/** An operation that was done at once, for tests; what a test is about is overridden. */
export const exampleOperation = (changes: Partial<Operation> = {}): Operation => ({
  id: 'op-1',
  revision: 1,
  idempotencyKey: 'key-00000001',
  person: 'M. Lindqvist',
  createTime: 1_700_000_000_000,
  endTime: 1_700_000_000_440,
  orgId: 'o17000000000001',
  assetId: 'Ab3dE9xQ',
  productKey: '',
  deviceKey: '',
  measurepointId: 'targetTemp',
  pendingTtl: 0,
  timeout: 30,
  body: '{"value":21.50}',
  shown: null,
  outcome: 'done',
  failure: null,
  code: 0,
  message: 'OK',
  commandId: '2500000000000000001',
  state: 5,
  steps: [
    { kind: 'recorded', time: 1_700_000_000_000 },
    { kind: 'sent', time: 1_700_000_000_020 },
    { kind: 'answered', time: 1_700_000_000_440, detail: '0 OK' },
  ],
  answer: '',
  ...changes,
})
