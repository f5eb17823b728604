import { expect, test } from 'vitest'
import { isBusy, isGoodMoment, type Moment } from './good-moment.ts'

const calm: Moment = { drafts: 0, isWaiting: false, isAsked: false, sinceTouch: null, isVisible: true }

test('a page that nobody has touched yet, or not for a while, or does not look at, may be loaded anew', () => {
  expect(isGoodMoment(calm)).toBe(true)
  expect(isGoodMoment({ ...calm, sinceTouch: 60_000 })).toBe(true)
  expect(isGoodMoment({ ...calm, sinceTouch: 10, isVisible: false })).toBe(true)
  expect(isGoodMoment({ ...calm, sinceTouch: 10 })).toBe(false)
})

test('a begun draft, a command on its way and an open review are waited for, also where nobody looks', () => {
  for (const busy of [{ drafts: 1 }, { isWaiting: true }, { isAsked: true }]) {
    const moment = { ...calm, isVisible: false, ...busy }
    expect([isBusy(moment), isGoodMoment(moment)]).toEqual([true, false])
  }
})
