import { expect, test } from 'vitest'
import { type FailureName, failures } from '#contract/enos/failures.ts'
import { en } from '../../text/en.ts'
import { failureGroups, failureInHash } from './failure-groups.ts'

const found = (search: string) => failureGroups(search, en).flatMap(({ names }) => names)

test('without a search every failure stands in exactly one group', () =>
  expect(found('').sort()).toEqual((Object.keys(failures) as FailureName[]).sort()))

test('a number finds every meaning of it', () =>
  expect(found('11404')).toEqual(['invalidTimeout', 'certificateDeviceNotFound']))

test('all words must be there, in any case and order', () => {
  expect(found('ANSWER time no 11915')).toEqual(['noAnswerInTime'])
  expect(found('zzz')).toEqual([])
})

test('a link may name a failure by its name or by its number', () => {
  expect(failureInHash('deviceOffline')).toBe('deviceOffline')
  expect(failureInHash('11915')).toBe('noAnswerInTime')
  expect(failureInHash('11404')).toBe('invalidTimeout')
  expect(failureInHash('')).toBeUndefined()
})
