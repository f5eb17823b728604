import { expect, it } from 'vitest'
import { figureIn } from './figures.ts'

it('a figure is read by its whole name with its labels', () => {
  const text = ['# HELP open how many', 'open_total 7', 'open{outcome="waiting"} 3', 'open{outcome="queued"} 0'].join(
    '\n',
  )
  expect(figureIn(text, 'open{outcome="waiting"}')).toBe(3)
  expect(figureIn(text, 'open{outcome="queued"}')).toBe(0)
  expect(figureIn(text, 'open')).toBeNull()
})
