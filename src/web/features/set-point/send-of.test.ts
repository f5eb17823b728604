import { expect, test } from 'vitest'
import { shownSchema } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'
import { en } from '../../text/en.ts'
import { contentOf, sendOf } from './send-of.ts'
import { readForm, type SetForm } from './set-form.ts'
import { sentenceOf, shownOf } from './shown-of.ts'
import { targetForTest } from './target-for-test.ts'

const form: SetForm = { draft: '2850.0', way: 'now', timeout: '30', keep: '3600' }
const limit = targetForTest('{"dataType":"DOUBLE","unit":{"unitId":"W","multiplier":"KILO"}}')
const latest = { id: 'p', time: 1_700_000_000_000, value: parseExact('3300.0') }

function ready(target: typeof limit, change: Partial<SetForm> = {}) {
  const read = readForm({ ...form, ...change }, target.point)
  if (!read.ready) throw new Error('the form is not ready')
  return read.ready
}

test('one sentence says point, device, from, to, difference, unit and way', () => {
  expect(sentenceOf(limit, ready(limit), latest, en)).toBe(
    'Set Active power limit of WTG-07 from 3,300.0 kW to 2,850.0 kW (−450.0 kW, −13.6 %), now, waiting at most 30 s.',
  )
})

test('a queued value says how long it is kept', () => {
  expect(sentenceOf(limit, ready(limit, { way: 'online' }), undefined, en)).toBe(
    'Set Active power limit of WTG-07 to 2,850.0 kW, when it is online, kept for at most 1 h, then waiting at most 30 s.',
  )
})

test('an unknown point is named by its id', () => {
  const unknown = { ...limit, point: null }
  expect(sentenceOf(unknown, ready(unknown, { draft: '[1.0]' }), undefined, en)).toBe(
    'Set WTG.ActPowerLimit of WTG-07 to [1.0], now, waiting at most 30 s.',
  )
})

test('of a struct or a list only the parts that change are told, by name', () => {
  const items = ['low', 'mid', 'high', 'top']
    .map((name) => `{"identifier":"${name}","name":"${name}","dataType":"INT","unit":"°C"}`)
    .join()
  const struct = targetForTest(`{"dataType":"STRUCT","dataDefinition":{"items":[${items}]}}`)
  const reported = { ...latest, value: parseExact('{"low":1,"mid":2,"high":3,"top":4}') }
  const sentence = (draft: string) => sentenceOf(struct, ready(struct, { draft }), reported, en)
  expect(sentence('{"low":1,"mid":2,"high":3,"top":9}')).toBe(
    'Set Active power limit of WTG-07 from top: 4 °C to top: 9 °C, now, waiting at most 30 s.',
  )
  expect(sentence('{"low":6,"mid":7,"high":8,"top":9}')).toContain(
    ' to low: 6 °C, mid: 7 °C, high: 8 °C and 1 more, now',
  )
  const list = targetForTest('{"dataType":"ARRAY","dataDefinition":{"itemType":"INT"},"unit":"V"}')
  const shown = shownOf(list, ready(list, { draft: ['1', '5'] }), { ...latest, value: parseExact('[1,2]') }, en)
  expect(shown).toMatchObject({ beforeText: 'Element 2: 2', afterText: 'Element 2: 5', unit: 'V' })
})

test('a send names the device by its asset, and has the exact body', () => {
  const send = sendOf(limit, ready(limit), 'key-12345')
  expect(send.query).toEqual({
    orgId: 'o1',
    assetId: 'a1',
    measurepointId: 'WTG.ActPowerLimit',
    pendingTtl: 0,
    timeout: 30,
  })
  expect(send.body).toBe('{"value":2850.0}')
})

test('the record of what was shown fits its lengths, whatever is typed', () => {
  const text = targetForTest('{"dataType":"STRING"}')
  const typed = ready(text, { draft: '😀'.repeat(250) })
  const shown = shownOf(text, typed, undefined, en)
  expect(shownSchema.safeParse(shown).success).toBe(true)
  expect(encodeURIComponent(JSON.stringify(shown)).length).toBeLessThanOrEqual(6000)
  expect(typed.body).toBe(`{"value":"${'😀'.repeat(250)}"}`)
})

test('any other digit, way or time is another content', () => {
  const content = (change: Partial<SetForm>) => contentOf(sendOf(limit, ready(limit, change), 'key'))
  const all = [{}, { draft: '2850.00' }, { timeout: '31' }, { way: 'online' as const }]
  expect(new Set(all.map(content)).size).toBe(all.length)
  expect(content({})).toBe(content({ keep: '600' }))
})
