import { describe, expect, it } from 'vitest'
import { Failure } from './failure.ts'
import { failureNamed, failures } from './failures.ts'

describe('the failure table', () => {
  it('has every code that EnOS lists for the set call, its services, its tokens and its gateway', () => {
    const codes = new Set(Object.values(failures).map(({ code }) => code))
    const listed = [
      11900, 11888, 11904, 11915, 11902, 11810, 11404, 99400, 99403, 99404, 99500, 11611, 11619, 11651, 11699, 11702,
      11704, 11714, 11738, 11739, 11794, 11795, 12958, 11958, 17404, 1004, 1000201, 1000203, 1000205, 1001, 1002, 1003,
      1005, 1202, 1203, 1204, 400, 401, 403, 413, 429, 500, 503,
    ]
    expect(listed.filter((code) => !codes.has(code))).toEqual([])
  })

  it('calls only those not sent that cannot have reached the device', () => {
    const notSent = ['deviceOffline', 'deviceInactive', 'notSentInTime', 'queueFull', 'cannotEncode'] as const
    for (const name of notSent) expect(failures[name].delivery).toBe('notSent')
    const maybe = ['noAnswerInTime', 'internalError', 'gatewayFailed', 'connectionLost', 'interrupted'] as const
    for (const name of maybe) expect(failures[name].delivery).toBe('maybeSent')
    expect(failures.refusedByDevice.delivery).toBe('refused')
  })

  it('gives one number to one name within a source, so that a code can be turned back', () => {
    const seen = Object.values(failures).map(({ source, code }) => `${source} ${code}`)
    expect(new Set(seen).size).toBe(seen.length)
    expect(failureNamed(11404, 'command')).toBe('invalidTimeout')
    expect(failureNamed(11404, 'service')).toBe('certificateDeviceNotFound')
    expect(failureNamed(2041, 'command', 'service')).toBeUndefined()
  })

  it('carries the number a device chose', () => {
    const failure = new Failure('refusedByDevice', 'valve jammed', { code: 2041 })
    expect(failure).toMatchObject({ failure: 'refusedByDevice', code: 2041, message: 'valve jammed', data: null })
  })
})
