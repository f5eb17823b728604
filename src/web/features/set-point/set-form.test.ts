import { expect, test } from 'vitest'
import { parseExact } from '#contract/value/exact.ts'
import { englishSentenceOf } from '#contract/value/sentences-en.ts'
import { narrowed } from './policy-rules.ts'
import { readForm, type SetForm, secondsOf } from './set-form.ts'
import { targetForTest } from './target-for-test.ts'

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

/** The sentences below the box, and the limits that are drawn beside it. */
function toldAndDrawn(model: string, draft: SetForm['draft'], bounds: { minimum?: string; maximum?: string }) {
  const { point } = targetForTest(model)
  if (!point) throw new Error('no point')
  const byRule = (value: string | undefined) => (value === undefined ? null : { value, rule: 'Soft limit' })
  const limits = {
    minimum: byRule(bounds.minimum),
    maximum: byRule(bounds.maximum),
    largestStep: { value: '1', rule: 'Gentle ramp' },
    leastInterval: null,
    hours: [],
  }
  const rules = { limits, present: parseExact('50'), unit: 'kW' }
  const { problems } = readForm({ ...form, draft }, point, rules)
  const { minimum, maximum } = narrowed(point, limits)
  return {
    told: problems?.draft.map(({ path, problem }) => [...path, englishSentenceOf(problem)].join(' ')),
    drawn: [minimum?.value, maximum?.value],
  }
}

const model = '{"dataType":"DOUBLE","minimum":0,"maximum":100.0,"step":10}'

test('of a value beyond model and policy the narrower limit is told, with who sets it, as it is drawn', () => {
  expect(toldAndDrawn(model, '150', { maximum: '80' })).toEqual({
    told: ['At most 80 kW by the rule “Soft limit”.'],
    drawn: ['0', '80'],
  })
  expect(toldAndDrawn(model, '-5', { minimum: '20' }).told).toEqual(['At least 20 kW by the rule “Soft limit”.'])
  expect(toldAndDrawn(model, '-5', { maximum: '80' })).toEqual({
    told: ['At least 0 kW by the device’s model.'],
    drawn: ['0', '80'],
  })
  expect(toldAndDrawn(model, '300', { maximum: '200' })).toEqual({
    told: ['At most 100.0 kW by the device’s model.'],
    drawn: ['0', '100.0'],
  })
  expect(toldAndDrawn('{"dataType":"DOUBLE","maximum":100}', '150', { minimum: '-5', maximum: '80' }).told).toEqual([
    'At most 80 kW by the rule “Soft limit”.',
  ])
})

test('a limit comes before a step, and where the policy has none the model tells its own', () => {
  expect(toldAndDrawn(model, '95', { maximum: '80' }).told).toEqual(['At most 80 kW by the rule “Soft limit”.'])
  expect(toldAndDrawn(model, '75', { maximum: '80' }).told).toEqual(['Must be in steps of 10, counted from 0.'])
  expect(toldAndDrawn(model, '150', {}).told).toEqual(['Must be from 0 to 100.0.'])
})

test('each element of a list is told the narrower limit at its place', () => {
  const list = '{"dataType":"ARRAY","dataDefinition":{"itemType":"INT"},"minimum":0,"maximum":100}'
  expect(toldAndDrawn(list, ['150', '-1', 'x', '50'], { maximum: '80' }).told).toEqual([
    '0 At most 80 kW by the rule “Soft limit”.',
    '1 At least 0 kW by the device’s model.',
    '2 Must be a number, such as 12 or -0.5.',
  ])
})
