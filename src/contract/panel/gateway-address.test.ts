import { expect, test } from 'vitest'
import { gatewayIdOfPath, gatewayPrefix, pathInGateway } from './gateway-address.ts'

test.each([
  ['/at/test/', 'test', '/'],
  ['/at/test', 'test', '/'],
  ['/at/test/operations/a%2Fb', 'test', '/operations/a%2Fb'],
  ['/', undefined, '/'],
  ['/operations', undefined, '/operations'],
  ['/attic/test', undefined, '/attic/test'],
  ['/at/', undefined, '/at/'],
  ['/at/%zz/', '%zz', '/'],
])('%s names the gateway %s and the page %s', (path, id, rest) => {
  expect(gatewayIdOfPath(path)).toBe(id)
  expect(pathInGateway(path)).toBe(rest)
})

test('a prefix leads back to its id, whatever stands in it', () => {
  expect(gatewayIdOfPath(`${gatewayPrefix('a/b c')}/errors`)).toBe('a/b c')
})
