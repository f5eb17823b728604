import { expect, it } from 'vitest'
import { anOperation } from '../store/sqlite/an-operation.suite.ts'
import { gatewaysMissing } from './gateways-missing.ts'

it('names each gateway once that operations belong to and nobody has configured', () => {
  const operations = [undefined, 'plant', 'lab', 'lab', 'old'].map((gatewayId) => ({
    ...anOperation(gatewayId ? { gatewayId } : {}),
    revision: 1,
  }))
  expect(gatewaysMissing(operations, ['plant'])).toEqual(['lab', 'old'])
  expect(gatewaysMissing(operations, ['plant', 'lab', 'old'])).toEqual([])
})
