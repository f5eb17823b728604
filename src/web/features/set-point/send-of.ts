import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Shown } from '#contract/panel/operation.ts'
import type { Send } from '../../api/call.ts'
import { differenceOf } from '../../fields/difference.ts'
import type { Text } from '../../text/en.ts'
import { changeWords, withUnit } from './change-words.ts'
import { secondsText } from './seconds-text.ts'
import type { ReadySet } from './set-form.ts'
import { deviceNameOf, pointNameOf, selectorOf, type Target, unitOf } from './target.ts'

/** No more than so many UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const kept = text.slice(0, length - 1)
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** What is about to be done, in one sentence: the words that are confirmed and recorded. */
export function sentenceOf(target: Target, ready: ReadySet, latest: LatestValue | undefined, text: Text): string {
  const { review } = text.setPoint
  const difference = differenceOf(latest?.value, ready.value, unitOf(target), text.locale)
  const wait = secondsText(ready.timeout, text)
  const long = (value: string) => cut(value, 256)
  const { before, after } = changeWords(target, latest, ready.value, text)
  return review.sentence({
    point: long(pointNameOf(target, text)),
    device: long(deviceNameOf(target.device, text)),
    from: before === null ? null : long(withUnit(target, before)),
    to: long(withUnit(target, after)),
    difference:
      difference?.kind === 'change' ? text.setPoint.fields.differenceInside(difference.amount, difference.percent) : '',
    way: ready.pendingTtl > 0 ? review.online(secondsText(ready.pendingTtl, text), wait) : review.now(wait),
  })
}

/** It travels percent-encoded in a header, and servers take no more than about 16 kB of all headers. */
const mostHeader = 6000

/** For the record: names and texts as they were displayed, cut where they are very long (operation.ts gives the lengths). */
function shownOf(target: Target, ready: ReadySet, latest: LatestValue | undefined, text: Text): Shown {
  const { before, after } = changeWords(target, latest, ready.value, text)
  const shownIn = (length: number): Shown => ({
    deviceName: cut(deviceNameOf(target.device, text), length),
    pointName: cut(pointNameOf(target, text), length),
    unit: cut(unitOf(target), Math.min(length, 64)),
    dataType: target.point?.dataType ?? '',
    beforeText: cut(before ?? '', length),
    afterText: cut(after, length),
    beforeTime: latest?.time ?? 0,
    sentence: cut(sentenceOf(target, ready, latest, text), 4 * length),
  })
  const lengths = [256, 128, 64]
  const fitting = lengths.find((length) => encodeURIComponent(JSON.stringify(shownIn(length))).length <= mostHeader)
  return shownIn(fitting ?? 32)
}

/** One send, ready to leave under its key. */
export function sendOf(
  target: Target,
  ready: ReadySet,
  latest: LatestValue | undefined,
  idempotencyKey: string,
  text: Text,
): Send {
  return {
    query: {
      orgId: target.orgId,
      ...selectorOf(target.device),
      measurepointId: target.measurepointId,
      pendingTtl: ready.pendingTtl,
      timeout: ready.timeout,
    },
    body: ready.body,
    idempotencyKey,
    shown: shownOf(target, ready, latest, text),
  }
}

/** What the key of a send stands for: the same text is the same command. */
export const contentOf = ({ query, body }: Pick<Send, 'query' | 'body'>): string => JSON.stringify([query, body])
