import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localText } from '#contract/enos/string-i18n.ts'
import { createNameIndex } from './name-index.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'İ', 'ß', 'Σ', ' ', '\n', '泵'), maxLength: 6 })
const record = fc.record({
  name: fc.record({
    defaultValue: letters,
    i18nValue: fc.dictionary(fc.constantFrom('en_US', 'zh_CN'), letters, { noNullPrototype: true }),
  }),
})

test('finds what reading each name would find, in the same order', () => {
  const locale = fc.constantFrom('', 'en_US', 'zh_CN', 'fr_FR')
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), letters, locale, (records, part, inLocale) => {
      const found = createNameIndex(records)(part, inLocale)
      if (found === null) {
        expect(part === '' || part.includes('\n')).toBe(true)
        return
      }
      const plain = records.filter(({ name }) => localText(name, inLocale).toLowerCase().includes(part.toLowerCase()))
      expect(found).toEqual(plain)
    }),
  )
})
