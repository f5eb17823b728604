import { describe, expect, it } from 'vitest'
import { stringifyExact } from '../value/exact.ts'
import { sentTimeOf, sentValueOf } from './sent-value.ts'

describe('what an operation sent', () => {
  it('keeps the digits of the body', () => {
    expect(stringifyExact(sentValueOf('{"value":1.0}'))).toBe('1.0')
    expect(sentValueOf('{"value":null}')).toBe(null)
  })

  it('is undefined where the body holds no value or is no JSON', () => {
    expect(sentValueOf('{"other":1}')).toBe(undefined)
    expect(sentValueOf('[1]')).toBe(undefined)
    expect(sentValueOf('{')).toBe(undefined)
  })

  it('left at the last moment that is on record, else when the operation ended', () => {
    const steps = [
      { kind: 'recorded' as const, time: 1 },
      { kind: 'sent' as const, time: 2 },
      { kind: 'released' as const, time: 5 },
    ]
    expect(sentTimeOf({ steps, createTime: 1, endTime: 9 })).toBe(5)
    expect(sentTimeOf({ steps: [], createTime: 1, endTime: 9 })).toBe(9)
    expect(sentTimeOf({ steps: [], createTime: 1, endTime: null })).toBe(1)
  })
})
