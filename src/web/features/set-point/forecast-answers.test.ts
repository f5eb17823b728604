import { describe, expect, it } from 'vitest'
import { answersOf } from './forecast-answers.ts'
import { operationForTest } from './operation-for-test.ts'

const done = (took: number, kind: 'sent' | 'released' = 'sent') =>
  operationForTest({
    outcome: 'done',
    steps: [
      { kind: 'sent', time: 1000 },
      ...(kind === 'released' ? [{ kind, time: 60_000 }] : []),
      { kind: 'answered', time: (kind === 'released' ? 60_000 : 1000) + took },
    ],
  })
const silent = operationForTest({ outcome: 'unknown', failure: 'noAnswerInTime', code: 11915 })
const refused = operationForTest({ outcome: 'refused', failure: 'refusedByDevice', code: 2041 })
const offline = operationForTest({ outcome: 'notSent', failure: 'deviceOffline', code: 11900 })

describe('the record of answers', () => {
  it('tells within which time nine of ten answers came', () => {
    const times = [9000, ...Array.from({ length: 9 }, () => 400)]
    expect(
      answersOf(
        times.map((time) => done(time)),
        [],
      ).within,
    ).toBe(400)
    expect(answersOf([done(400), done(900)], []).within).toBe(900)
  })

  it('counts from the moment at which a kept command left the queue', () => {
    expect(answersOf([done(700, 'released')], []).within).toBe(700)
  })

  it('counts only sends that show how the device answers', () => {
    expect(answersOf([offline, silent, refused, done(300), operationForTest()], [])).toMatchObject({
      count: 3,
      silent: 1,
      refused: 1,
      refusedCode: 2041,
    })
  })

  it('takes the whole device only for want of the point, and says so', () => {
    expect(answersOf([offline], [silent, silent])).toMatchObject({ of: 'device', silent: 2 })
    expect(answersOf([done(1)], [silent, silent])).toMatchObject({ of: 'point', silent: 0 })
  })

  it('knows nothing of a device that was never sent anything', () => {
    expect(answersOf([], [])).toMatchObject({ count: 0, within: null })
  })

  it('looks at the ten newest only', () => {
    expect(answersOf([...Array.from({ length: 10 }, () => done(1)), silent], []).silent).toBe(0)
  })
})
