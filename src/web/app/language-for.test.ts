import { expect, test } from 'vitest'
import { languageFor } from './language-for.ts'

test('the first language of the browser that the panel speaks is taken', () => {
  expect(languageFor(['nb-NO', 'zh-CN', 'en-US'])).toBe('zh')
  expect(languageFor(['en-GB', 'zh-CN'])).toBe('en')
  expect(languageFor(['ZH-Hant-TW'])).toBe('zh')
})

test('English is spoken to who reads none of its languages', () => {
  expect(languageFor(['nb-NO', 'zha', 'enm'])).toBe('en')
  expect(languageFor([])).toBe('en')
})
