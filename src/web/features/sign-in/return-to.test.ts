import { expect, test } from 'vitest'
import { elsewhereHref } from './return-to.ts'

const returnToOf = (href: string) => new URL(href, 'http://panel').searchParams.get('returnTo')

test('signing in elsewhere comes back to the same address, with all that was chosen and filled in', () => {
  const here = { pathname: '/at/test/', search: '?asset=a%26b&value=%7B%22x%22%3A1.0%7D', hash: '#content' }
  expect(returnToOf(elsewhereHref(here, false))).toBe('/at/test/?asset=a%26b&value=%7B%22x%22%3A1.0%7D#content')
})

test('an address too long to come back to is cut down to its page', () => {
  expect(
    returnToOf(elsewhereHref({ pathname: '/operations', search: `?text=${'a'.repeat(2000)}`, hash: '' }, false)),
  ).toBe('/operations')
})

test('only a sign-in that has to be proved anew says so', () => {
  const here = { pathname: '/', search: '', hash: '' }
  expect(elsewhereHref(here, false)).not.toContain('again')
  expect(elsewhereHref(here, true)).toContain('again=1')
})
