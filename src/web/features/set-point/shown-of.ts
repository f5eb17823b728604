import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Shown } from '#contract/panel/operation.ts'
import { differenceOf } from '../../fields/difference.ts'
import type { Text } from '../../text/en.ts'
import type { Wording } from '../../ui/pieces-of.ts'
import { secondsText } from '../../ui/seconds-text.ts'
import { changeWords, withUnit } from './change-words.ts'
import { cutText } from './cut-text.ts'
import type { ReadySet } from './set-form.ts'
import { deviceNameOf, pointNameOf, type Target, unitOf } from './target.ts'

/** What is about to be done, in one sentence: the words that are confirmed and recorded. */
export function wordingOf(target: Target, ready: ReadySet, latest: LatestValue | undefined, text: Text): Wording {
  const { review } = text.sending
  const difference = differenceOf(latest?.value, ready.value, unitOf(target), text.locale)
  const wait = secondsText(ready.timeout, text)
  const long = (value: string) => cutText(value, 256)
  const { before, after } = changeWords(target, latest, ready.value, text)
  const inside = difference?.kind === 'change' ? review.differenceInside(difference.amount, difference.percent) : ''
  const way = ready.pendingTtl > 0 ? review.sentOnline(secondsText(ready.pendingTtl, text), wait) : review.sentNow(wait)
  return (strong, quiet) =>
    review.sentence({
      point: strong(long(pointNameOf(target, text))),
      device: strong(long(deviceNameOf(target.device, text))),
      from: before === null ? null : strong(withUnit(target, before)),
      to: strong(withUnit(target, after)),
      difference: quiet(inside),
      way,
    })
}

/** The sentence itself. */
export function sentenceOf(target: Target, ready: ReadySet, latest: LatestValue | undefined, text: Text): string {
  const same = (part: string) => part
  return wordingOf(target, ready, latest, text)(same, same)
}

/** It travels percent-encoded in a header, and servers take no more than about 16 kB of all headers. */
const mostHeader = 6000

/** For the record: names and texts as they were displayed, cut where they are very long (operation.ts gives the lengths). */
export function shownOf(target: Target, ready: ReadySet, latest: LatestValue | undefined, text: Text): Shown {
  const { before, after } = changeWords(target, latest, ready.value, text)
  const shownIn = (length: number): Shown => ({
    deviceName: cutText(deviceNameOf(target.device, text), length),
    pointName: cutText(pointNameOf(target, text), length),
    unit: cutText(unitOf(target), Math.min(length, 64)),
    dataType: target.point?.dataType ?? '',
    beforeText: cutText(before ?? '', length),
    afterText: cutText(after, length),
    beforeTime: latest?.time ?? 0,
    sentence: cutText(sentenceOf(target, ready, latest, text), 4 * length),
  })
  const lengths = [256, 128, 64]
  const fitting = lengths.find((length) => encodeURIComponent(JSON.stringify(shownIn(length))).length <= mostHeader)
  return shownIn(fitting ?? 32)
}
