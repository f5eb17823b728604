import { expect, test } from 'vitest'
import { piecesOf, type Wording } from './pieces-of.ts'

const set =
  (device: string, difference = ''): Wording =>
  (strong, quiet) => {
    const inside = quiet(difference)
    return `将 ${strong(device)} 的 ${strong('Limit')} 设置为 ${strong('2 kW')}${inside && `（${inside}）`}。`
  }

const strongOf = (word: Wording) => piecesOf(word).flatMap(({ text, kind }) => (kind === 'strong' ? [text] : []))

test('the pieces together are the sentence, to the character', () => {
  const pieces = piecesOf(set('WTG-07', '−1 kW'))
  expect(pieces.map(({ text }) => text).join('')).toBe('将 WTG-07 的 Limit 设置为 2 kW（−1 kW）。')
  expect(pieces.filter(({ kind }) => kind === 'quiet')).toEqual([{ text: '−1 kW', kind: 'quiet' }])
})

test('what is named stands out in the order in which a language tells it, also where one name is part of another', () => {
  expect(strongOf(set('WTG-07'))).toEqual(['WTG-07', 'Limit', '2 kW'])
  expect(strongOf(set('Limit 2 kW'))).toEqual(['Limit 2 kW', 'Limit', '2 kW'])
})

test('what is empty makes no piece', () => {
  expect(piecesOf(set('')).every(({ text }) => text !== '')).toBe(true)
})

test('a sentence that was cut, or a name with marks in it, is told in one piece', () => {
  expect(piecesOf(set('WTG-07'), '将 WTG-07…')).toEqual([{ text: '将 WTG-07…', kind: null }])
  const odd = 'A\u{F0002}B'
  expect(piecesOf(set(odd))).toEqual([{ text: `将 ${odd} 的 Limit 设置为 2 kW。`, kind: null }])
})
