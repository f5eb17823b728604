import { expect, test } from 'vitest'
import { initialsOf } from './initials-of.ts'

test.each([
  ['Maria Lindqvist', 'ML'],
  ['maria de la cruz', 'MC'],
  ['engineer', 'EN'],
  ['李伟', '李伟'],
  ['  ', '?'],
])('%j has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
