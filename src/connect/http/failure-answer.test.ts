import { describe, expect, it } from 'vitest'
import { Failure } from '#contract/enos/failure.ts'
import { asFailure, failureAnswer } from './failure-answer.ts'

describe('the answer to a failure', () => {
  it.each<[Failure, number, number, string]>([
    [new Failure('deviceOffline'), 200, 11900, 'The device is offline and the instant command cannot be sent'],
    [new Failure('deviceOffline', 'gone since noon'), 200, 11900, 'gone since noon'],
    [new Failure('invalidArgument', 'value: too warm'), 200, 99400, 'Invalid Argument value: too warm'],
    [
      new Failure('invalidArgument', 'Invalid Argument value: too warm'),
      200,
      99400,
      'Invalid Argument value: too warm',
    ],
    [new Failure('notFound', 'command 1'), 200, 99404, 'Not Found command 1'],
    [new Failure('notFound'), 200, 99404, 'Not Found'],
    [new Failure('permissionDenied', 'Asset Control'), 200, 99403, 'Denied resource: Asset Control'],
    [new Failure('gatewayCredentials'), 401, 401, 'Invalid authentication credentials'],
    [new Failure('tokenExpired'), 401, 1203, 'The access token has expired'],
    [new Failure('refusedByDevice', 'too hot', { code: 2001 }), 200, 2001, 'too hot'],
    [new Failure('refusedByDevice', '', { code: 2001 }), 200, 2001, 'The device refused the command'],
  ])('%s has status, code and msg by the table and the patterns of §1.6', (failure, status, code, msg) => {
    expect(failureAnswer(failure)).toEqual({ status, code, msg, data: null })
  })

  it('carries the command that was stored before it failed (§7.2 Q2)', () => {
    const data = { commandId: '2500000000000000001' }
    expect(failureAnswer(new Failure('noAnswerInTime', '', { data }))).toMatchObject({ code: 11915, data })
  })

  it('that nobody foresaw says nothing of the inside', () => {
    const [failure, unforeseen] = asFailure(new TypeError('cannot read /etc/secret'))
    expect(unforeseen).toBe(true)
    expect(failureAnswer(failure)).toEqual({ status: 200, code: 99500, msg: 'Internal Server Error', data: null })
  })
})
