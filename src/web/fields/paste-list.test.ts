import { expect, test } from 'vitest'
import { pastedElements } from './paste-list.ts'

test('a column of a spreadsheet is one element a line, without the line that ends it', () => {
  expect(pastedElements('1.0\r\n2.50\r\n3\r\n', false)).toEqual(['1.0', '2.50', '3'])
})

test('a row of a spreadsheet is one element a cell', () => {
  expect(pastedElements('1.0\t2\t3', false)).toEqual(['1.0', '2', '3'])
})

test('a comma list is split and trimmed', () => {
  expect(pastedElements('1, 2.5 ,3', false)).toEqual(['1', '2.5', '3'])
})

test('semicolons come before commas, so that decimal commas stay to be pointed out', () => {
  expect(pastedElements('1,5; 2,5', false)).toEqual(['1,5', '2,5'])
  expect(pastedElements('1,5\n2,5', false)).toEqual(['1,5', '2,5'])
})

test('a JSON array keeps every digit', () => {
  expect(pastedElements('[1.0, 123456789012345678901.10]', false)).toEqual(['1.0', '123456789012345678901.10'])
  expect(pastedElements('["a, b", "c"]', true)).toEqual(['a, b', 'c'])
})

test('commas and blanks belong to texts', () => {
  expect(pastedElements('a, b\n c', true)).toEqual(['a, b', ' c'])
})

test('a gap in a column stays a gap', () => {
  expect(pastedElements('1\n\n3', false)).toEqual(['1', '', '3'])
})
