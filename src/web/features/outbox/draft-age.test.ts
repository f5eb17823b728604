import { expect, test } from 'vitest'
import { draftAge } from './draft-age.ts'

const minute = 60_000
const hour = 60 * minute
/** By the server's clock. */
const noon = Date.UTC(2026, 10, 23, 12)
const mostAge = 24 * hour

/** A draft kept so long before noon, by a device whose clock was so much ahead. */
const kept = (before: number, ahead = 0) => ({ deviceTime: noon - before + ahead, clockOffset: -ahead || 0 })

test('a draft is as old as the server’s clock says', () => {
  expect(draftAge(kept(3 * hour), { now: noon, offset: 0, mostAge })).toEqual({
    keptTime: noon - 3 * hour,
    age: 3 * hour,
    wasMoved: false,
    mustBeTypedAgain: false,
  })
})

test.each([10 * minute, -10 * minute, 5 * hour])(
  'a clock that is %i ms ahead all the time changes nothing',
  (ahead) => {
    expect(draftAge(kept(3 * hour, ahead), { now: noon, offset: -ahead, mostAge })).toMatchObject({
      age: 3 * hour,
      wasMoved: false,
    })
  },
)

test.each([
  ['forward before it was kept', { deviceTime: noon - 3 * hour + 10 * minute, clockOffset: 0 }, -10 * minute, 3 * hour],
  ['forward after it was kept', { deviceTime: noon - 3 * hour, clockOffset: 0 }, -10 * minute, 3 * hour + 10 * minute],
  [
    'back before it was kept',
    { deviceTime: noon - 3 * hour - 10 * minute, clockOffset: 0 },
    10 * minute,
    3 * hour + 10 * minute,
  ],
  ['back after it was kept', { deviceTime: noon - 3 * hour, clockOffset: 0 }, 10 * minute, 3 * hour],
])('a clock that was set ten minutes %s never makes it younger, and is told', (_, draft, offset, age) => {
  expect(draftAge(draft, { now: noon, offset, mostAge })).toMatchObject({ age, wasMoved: true })
})

test('a draft must be typed again once it is older than may be, to the millisecond', () => {
  expect(draftAge(kept(mostAge), { now: noon, offset: 0, mostAge }).mustBeTypedAgain).toBe(false)
  expect(draftAge(kept(mostAge + 1), { now: noon, offset: 0, mostAge }).mustBeTypedAgain).toBe(true)
})

test('a clock that was set back may make it too old, never young enough', () => {
  const draft = { deviceTime: noon - mostAge + 5 * minute, clockOffset: 0 }
  expect(draftAge(draft, { now: noon, offset: -10 * minute, mostAge }).mustBeTypedAgain).toBe(true)
})

test('a draft of tomorrow must be typed again: nobody knows how old it is', () => {
  expect(draftAge(kept(-hour), { now: noon, offset: 0, mostAge })).toMatchObject({
    age: 0,
    wasMoved: true,
    mustBeTypedAgain: true,
  })
})

test('where nothing may wait, every draft is typed again', () => {
  expect(draftAge(kept(1000), { now: noon, offset: 0, mostAge: 0 }).mustBeTypedAgain).toBe(true)
})
