import { expect, test } from 'vitest'
import { foundExpression, idsExpression } from './search-expression.ts'

test('every word must occur in one name, or an id is exactly what was typed', () => {
  const expression = foundExpression(' WTG 07 ')
  expect(expression).toContain("deviceName like 'WTG' and deviceName like '07' or deviceName.en_US like")
  expect(expression).toContain("or assetId = 'WTG 07' or deviceKey = 'WTG 07'")
})

test('the keys are found as they are copied', () => {
  expect(foundExpression('pk1 / dk1')).toContain("productKey = 'pk1' and deviceKey = 'dk1'")
})

test('what is typed stays a text, whatever quotes stand in it', () => {
  expect(foundExpression("O'Hara")).toContain(`deviceName like "O'Hara"`)
  expect(idsExpression([`a'b"c`, 'd'])).toBe(`assetId in ('a''b"c', 'd')`)
})
