import { describe, expect, it, test } from 'vitest'
import { type BoxText, type PadKey, pressPadKey } from './press-pad-key.ts'

const signs: Record<string, PadKey> = { '.': 'point', e: 'exponent', '±': 'sign', '<': 'erase', C: 'clear' }
const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const keyOf = (sign: string): PadKey => signs[sign] ?? digits[Number(sign)] ?? 'clear'

/** Presses one key after the other; `|` marks the caret before and after. */
const typed = (keys: string, before = '|'): string => {
  const caret = before.indexOf('|')
  const start: BoxText = { text: before.replace('|', ''), start: caret, end: caret }
  const after = [...keys].reduce((box, sign) => pressPadKey(box, keyOf(sign)), start)
  expect(after.start).toBe(after.end)
  return `${after.text.slice(0, after.start)}|${after.text.slice(after.start)}`
}

test.each([
  ['007.10', '007.10|'],
  ['12345678901234567890.00', '12345678901234567890.00|'],
  ['.5', '0.5|'],
  ['±.5', '-0.5|'],
  ['1.5e±3', '1.5e-3|'],
  ['15±', '-15|'],
  ['15±±', '15|'],
  ['1e5±±', '1e5|'],
  ['12<3', '13|'],
  ['12C<', '|'],
])('the keys %s write %s, digit for digit', (keys, text) => expect(typed(keys)).toBe(text))

describe('what could never become a number changes nothing', () => {
  it.each([
    ['1.2.3', '1.23|'],
    ['1e5.2', '1e52|'],
    ['e5', '5|'],
    ['1ee5', '1e5|'],
    ['1.e5', '1.5|'],
  ])('%s gives %s', (keys, text) => expect(typed(keys)).toBe(text))
})

test('keys write where the caret stands', () => {
  expect(typed('9', '12|34')).toBe('129|34')
  expect(typed('<', '12|34')).toBe('1|34')
  expect(typed('±', '12|34')).toBe('-12|34')
  expect(typed('±', '|-12')).toBe('|12')
  expect(typed('.', '12|.5')).toBe('12|.5')
  expect(typed('e', '1|2.5')).toBe('1|2.5')
  expect(typed('±', '2|5e3')).toBe('-2|5e3')
})

test('what is selected is replaced', () => {
  const all = { text: '3300.0', start: 0, end: 6 }
  expect(pressPadKey(all, '4')).toEqual({ text: '4', start: 1, end: 1 })
  expect(pressPadKey(all, 'erase')).toEqual({ text: '', start: 0, end: 0 })
  expect(pressPadKey(all, 'point')).toEqual({ text: '0.', start: 2, end: 2 })
  expect(pressPadKey({ text: '3300.0', start: 4, end: 6 }, 'exponent')).toEqual({ text: '3300e', start: 5, end: 5 })
  expect(pressPadKey(all, 'sign')).toEqual({ text: '-3300.0', start: 1, end: 7 })
})
