import { expect, test } from 'vitest'
import { signInFailureOf } from './use-sign-in-failure.ts'

test('the way back from the identity provider names its failure as the table does', () => {
  expect(signInFailureOf('?signIn=noRole')).toBe('noRole')
})

test.each(['', '?signIn=', '?signIn=no+such+failure', '?signIn=toString', '?value=noRole'])(
  '%s names none',
  (search) => {
    expect(signInFailureOf(search)).toBeNull()
  },
)
