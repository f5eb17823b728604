import { expect, test } from 'vitest'
import { compactJson, formatJson } from './format-json.ts'

const written = '{ "b" : 1.0,"a":[ 1e5 , -0.0 ],\n "2": {}, "1":[] , "t":"a \\" {,}: \\u00e9" }'

test('formatting changes nothing but blanks between tokens', () => {
  expect(formatJson(written)).toBe(
    '{\n  "b": 1.0,\n  "a": [\n    1e5,\n    -0.0\n  ],\n  "2": {},\n  "1": [],\n  "t": "a \\" {,}: \\u00e9"\n}',
  )
  expect(compactJson(formatJson(written))).toBe(compactJson(written))
})

test('compact JSON keeps order, digits and escapes', () => {
  expect(compactJson(written)).toBe('{"b":1.0,"a":[1e5,-0.0],"2":{},"1":[],"t":"a \\" {,}: \\u00e9"}')
  expect(compactJson(' 123456789012345678901.10 ')).toBe('123456789012345678901.10')
})
