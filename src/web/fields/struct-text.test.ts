import { expect, test } from 'vitest'
import { measurepointSchema, readMembers } from '#contract/enos/thing-model.ts'
import { parseExact } from '#contract/value/exact.ts'
import { compactJson } from './format-json.ts'
import { membersOfText, textOfMembers, withMember } from './struct-text.ts'

const plan = measurepointSchema.parse(
  parseExact(`{"identifier":"plan","name":"Plan","dataType":"STRUCT","unit":null,"dataDefinition":{"items":[
    {"identifier":"limit","name":"Limit","dataType":"DOUBLE","dataDefinition":null,"unit":"kW","required":true},
    {"identifier":"note","name":"Note","dataType":"STRING","dataDefinition":null,"unit":null,"required":false},
    {"identifier":"on","name":"On","dataType":"BOOL","dataDefinition":null,"unit":null,"required":false},
    {"identifier":"taps","name":"Taps","dataType":"ARRAY","dataDefinition":{"itemType":"FLOAT"},"unit":null,"required":false}
  ]}}`),
)
const member = (name: string) => {
  const found = readMembers(plan).find(({ identifier }) => identifier === name)
  if (!found) throw new Error(`no member ${name}`)
  return found
}

test('the text of a form has the members in the order of the model, and none that was left empty', () => {
  const text = textOfMembers({ taps: ['1.0', '2'], limit: '2850.0', note: '', on: 'true' }, plan)
  expect(compactJson(text)).toBe('{"limit":2850.0,"on":true,"taps":[1.0,2]}')
})

test('the form and its text say the same, digit by digit', () => {
  const members = { limit: '1.50', note: 'a "b"', on: 'false', taps: ['1.0', '1e3'] }
  expect(membersOfText(textOfMembers(members, plan), plan)).toEqual(members)
})

test('an edit in the form keeps order, digits and unknown members of a text', () => {
  const text = '{"on":true,"extra":1.00,"limit":7.0}'
  expect(compactJson(withMember(text, member('limit'), '8.50'))).toBe('{"on":true,"extra":1.00,"limit":8.50}')
  expect(compactJson(withMember(text, member('on'), ''))).toBe('{"extra":1.00,"limit":7.0}')
  expect(compactJson(withMember(text, member('note'), 'x'))).toBe('{"on":true,"extra":1.00,"limit":7.0,"note":"x"}')
})

test('what is typed but is no value yet survives the way through the text', () => {
  const members = { limit: '12.', note: '', on: '', taps: ['1', 'two'] }
  expect(membersOfText(textOfMembers(members, plan), plan)).toEqual(members)
})

test('a text that is no object has no form, and a form edit begins it anew', () => {
  expect(membersOfText('{"limit":', plan)).toBeNull()
  expect(membersOfText('[1]', plan)).toBeNull()
  expect(compactJson(withMember('{"limit":', member('limit'), '1'))).toBe('{"limit":1}')
})
