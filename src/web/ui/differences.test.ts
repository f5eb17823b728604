import { expect, test } from 'vitest'
import { markedParts } from './differences.ts'

/** The name with what is marked in brackets. */
const marked = (name: string, ...near: string[]) =>
  markedParts(name, near)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('')

test('names that differ only in digits are marked there', () => {
  expect(marked('WTG-003-12', 'WTG-003-17')).toBe('WTG-003-1[2]')
  expect(marked('WTG-003-12', 'WTG-008-17')).toBe('WTG-00[3]-1[2]')
  expect(marked('WTG-2', 'WTG-10')).toBe('WTG-[2]')
})

test('names that differ in one character, or in letters that look alike, are marked there', () => {
  expect(marked('Pump A', 'Pump B')).toBe('Pump [A]')
  expect(marked('Valve Il', 'Valve lI')).toBe('Valve [Il]')
  expect(marked('Pump 11', 'Pump 1')).toBe('Pump 1[1]')
})

test('names that nobody takes for one another, and the name itself, leave no mark', () => {
  expect(marked('Heater', 'Turbine', 'Heater')).toBe('Heater')
})

test('of several that look alike every difference is marked', () => {
  expect(marked('A-11', 'A-12', 'A-21')).toBe('A-[11]')
})
