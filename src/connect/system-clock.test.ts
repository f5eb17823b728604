import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSystemClock } from './system-clock.ts'
import { createTimerHeap } from './timer-heap.ts'

describe('the heap of due calls', () => {
  it('gives back in order whatever was put in and not taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ due: fc.integer(), keep: fc.boolean() })), (calls) => {
        const heap = createTimerHeap()
        const seen: number[] = []
        const takeBacks = calls.map(({ due }) => heap.add(due, () => seen.push(due)))
        calls.forEach(({ keep }, index) => {
          if (!keep) takeBacks[index]?.()
        })
        const kept = calls.filter(({ keep }) => keep).map(({ due }) => due)
        expect(heap.size()).toBe(kept.length)
        while (heap.size() > 0) heap.take()?.()
        for (const takeBack of takeBacks) takeBack()
        expect(seen).toEqual(kept.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('the system clock', () => {
  const start = 1_700_000_000_000
  beforeEach(() => {
    vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('wakes each call at its time, with one timer for all', () => {
    const clock = createSystemClock()
    const woken: string[] = []
    for (const [name, after] of [
      ['c', 3000],
      ['a', 1000],
      ['far', 90_000_000],
      ['b', 2000],
    ] as const) {
      clock.at(start + after, () => woken.push(`${name} ${clock.now() - start}`))
    }
    const takeBack = clock.at(start + 1500, () => woken.push('taken back'))
    takeBack()
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(3000)
    expect(woken).toEqual(['a 1000', 'b 2000', 'c 3000'])
    vi.advanceTimersByTime(90_000_000)
    expect(woken.at(-1)).toBe('far 90000000')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('wakes a call whose time is past, but never within the call', () => {
    const clock = createSystemClock()
    const wake = vi.fn()
    clock.at(start - 5000, wake)
    expect(wake).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('makes nobody wait longer when the clock is set back', () => {
    const clock = createSystemClock()
    const wake = vi.fn()
    clock.at(start + 5000, wake)
    vi.setSystemTime(start - 3_600_000)
    vi.advanceTimersByTime(5000)
    expect(wake).toHaveBeenCalledTimes(1)
    const later = vi.fn()
    clock.at(clock.now() + 2000, later)
    vi.advanceTimersByTime(1999)
    expect(later).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(later).toHaveBeenCalledTimes(1)
  })

  it('lets as many milliseconds pass as were asked for, whatever the clock is set to', () => {
    const clock = createSystemClock()
    const woken: string[] = []
    clock.after(5000, () => woken.push('long'))
    clock.after(2000, () => woken.push('short'))
    const takeBack = clock.after(1000, () => woken.push('taken back'))
    takeBack()
    vi.setSystemTime(start + 7_200_000)
    vi.advanceTimersByTime(1999)
    expect(woken).toEqual([])
    vi.setSystemTime(start - 7_200_000)
    vi.advanceTimersByTime(1)
    expect(woken).toEqual(['short'])
    vi.advanceTimersByTime(3000)
    expect(woken).toEqual(['short', 'long'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('notices within ten seconds that the clock was set forward', () => {
    const clock = createSystemClock()
    const wake = vi.fn()
    clock.at(start + 3_600_000, wake)
    vi.setSystemTime(start + 7_200_000)
    vi.advanceTimersByTime(10_000)
    expect(wake).toHaveBeenCalledTimes(1)
  })
})
