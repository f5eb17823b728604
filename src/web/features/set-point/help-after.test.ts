import { expect, test } from 'vitest'
import { type FailureName, failures } from '#contract/enos/failures.ts'
import { helpAfter } from './help-after.ts'

test('wherever the device may have acted, the value is read back before anything else', () => {
  for (const name of Object.keys(failures) as FailureName[]) {
    const isMaybe = failures[name].delivery === 'maybeSent'
    expect(helpAfter(name).includes('readBack'), name).toBe(isMaybe)
    expect(helpAfter(name).length, name).toBeGreaterThan(0)
  }
})

test('each failure of the command call has the button that helps', () => {
  expect(helpAfter('deviceOffline')[0]).toBe('queueInstead')
  expect(helpAfter('queueFull')[0]).toBe('showQueue')
  expect(helpAfter('notSentInTime')[0]).toBe('showFront')
  expect(helpAfter('noAnswerInTime')).toEqual(['readBack'])
  expect(helpAfter('cannotEncode')).toEqual(['editValue'])
  expect(helpAfter('deviceInactive')).toEqual(['editValue'])
  expect(helpAfter('refusedByDevice')).toEqual(['editValue'])
})
