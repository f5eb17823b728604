import { expect, test } from 'vitest'
import { emphasised } from './emphasis.ts'

test('the pieces together are the sentence, to the character', () => {
  const sentence = 'Set Limit of WTG-07 from 3 kW to 2 kW, now.'
  const pieces = emphasised(sentence, ['Limit', 'WTG-07', '3 kW', '2 kW', 'missing', ''])
  expect(pieces.map(({ text }) => text).join('')).toBe(sentence)
  expect(pieces.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(['Limit', 'WTG-07', '3 kW', '2 kW'])
})

test('a word that comes twice stands out where it is meant', () => {
  const strong = emphasised('Set A of A from 1 to 1.', ['A', 'A', '1', '1']).filter((piece) => piece.strong)
  expect(strong).toHaveLength(4)
})
