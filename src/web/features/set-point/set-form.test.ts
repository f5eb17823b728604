import { expect, test } from 'vitest'
import { readForm, type SetForm, secondsOf } from './set-form.ts'

const form: SetForm = { draft: '1.0', way: 'now', timeout: '30', keep: '3600' }

test('a form is read into the exact body and whole seconds', () => {
  expect(readForm(form, null).ready).toMatchObject({ body: '{"value":1.0}', pendingTtl: 0, timeout: 30 })
  expect(readForm({ ...form, way: 'online' }, null).ready).toMatchObject({ pendingTtl: 3600, timeout: 30 })
})

test('the waiting time is 1 to 60 whole seconds', () => {
  expect(['0', '1', '60', '61', '1.5', '', '-1', '1e1'].map((text) => secondsOf(text, 1, 60))).toEqual([
    null,
    1,
    60,
    null,
    null,
    null,
    null,
    null,
  ])
  expect(readForm({ ...form, timeout: '61' }, null).problems?.timeout).toBe(true)
})

test('a queued value is kept for at least a second and at most 48 hours', () => {
  const keep = (text: string) => readForm({ ...form, way: 'online', keep: text }, null)
  expect(keep('0').problems?.keep).toBe(true)
  expect(keep('172801').problems?.keep).toBe(true)
  expect(keep('172800').ready?.pendingTtl).toBe(172_800)
  expect(keep('1').ready?.pendingTtl).toBe(1)
})

test('the time to keep does not matter where the value is sent now', () => {
  expect(readForm({ ...form, keep: '' }, null).ready?.pendingTtl).toBe(0)
})
