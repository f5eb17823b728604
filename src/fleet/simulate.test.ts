import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ExactNumber, parseExact } from '#contract/value/exact.ts'
import { answerSchema, simulateSchema } from './simulate.ts'

describe('the simulate section', () => {
  it('says of every rule what it does', () => {
    const described = [simulateSchema, answerSchema].flatMap((schema) => {
      const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      return Object.entries(properties).map(([rule, text]) => [rule, Object(text).description])
    })
    expect(described.length).toBeGreaterThan(15)
    expect(described.filter(([, description]) => !description)).toEqual([])
  })

  it('may be empty: the device then answers at once, with 200', () => {
    expect(simulateSchema.parse({})).toMatchObject({ reportEvery: 5, answer: { after: 0, code: 200, never: false } })
  })

  it('keeps the digits of values and limits, and reads seconds as numbers', () => {
    const read = simulateSchema.parse(
      parseExact('{"reportEvery":0.5,"values":{"p":1.0},"clamp":{"p":{"minimum":0.00,"maximum":50.0}}}'),
    )
    expect(read.reportEvery).toBe(0.5)
    expect(read.values.p).toEqual(new ExactNumber('1.0'))
    expect(read.clamp.p?.minimum).toEqual(new ExactNumber('0.00'))
  })

  it('refuses rules it does not know, negative times and limits that are no numbers', () => {
    for (const wrong of ['{"nver":true}', '{"reportEvery":-1}', '{"clamp":{"p":{"minimum":"0","maximum":1}}}']) {
      expect(simulateSchema.safeParse(parseExact(wrong)).success).toBe(false)
    }
  })
})
