import { expect, it } from 'vitest'
import { personOfClaims } from './person-of-claims.ts'

it.for<[string, Record<string, unknown>, string | undefined, string]>([
  ['the claim of the settings', { nick: 'Nick', name: 'Name' }, 'nick', 'Nick'],
  ['name', { name: 'Name', preferred_username: 'user', email: 'e@x' }, 'nick', 'Name'],
  ['preferred_username', { preferred_username: 'user', email: 'e@x' }, undefined, 'user'],
  ['email', { name: ' ', email: 'e@x' }, undefined, 'e@x'],
  ['their subject', { name: 7, email: null }, undefined, 's1'],
  ['a name without line ends', { name: 'A\r\nB\u0000' }, undefined, 'A B'],
  ['a name that is not too long', { name: 'x'.repeat(500) }, undefined, 'x'.repeat(100)],
  ['their subject, not what every object has', {}, 'constructor', 's1'],
])('people are called by %s', ([, claims, nameClaim, name]) => {
  expect(personOfClaims('s1', claims, nameClaim)).toEqual({ id: 'oidc:s1', name, kind: 'oidc' })
})
