import { expect, test } from 'vitest'
import { localeFor } from './locale-for.ts'

test('dates and numbers follow the first variety of the language that the person prefers', () => {
  expect(localeFor('en', ['nb-NO', 'en-GB', 'en-US'])).toBe('en-GB')
  expect(localeFor('zh', ['zh-Hant-TW', 'zh-CN'])).toBe('zh-Hant-TW')
})

test('without one they follow the text itself', () => {
  expect(localeFor('en', ['nb-NO', 'enm'])).toBe('en')
  expect(localeFor('en', [])).toBe('en')
})
