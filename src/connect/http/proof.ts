import { hash, timingSafeEqual } from 'node:crypto'

/** Lower-case hex of the SHA-256 of the UTF-8 text (§4.1, §4.2). */
export const sha256 = (text: string): string => hash('sha256', text)

/** Whether `given` is the digest of `text`; takes the same time wherever they differ. */
export function proves(given: string, text: string): boolean {
  const expected = Buffer.from(sha256(text))
  const received = Buffer.from(given)
  return received.length === expected.length && timingSafeEqual(received, expected)
}

/** A caller's clock may be off by so many ms: the reference names no number (§4.2), 15 minutes is ours. */
export const clockTolerance = 15 * 60_000

/** Why a caller's timestamp is refused, or null: `timestamp` and `now` in ms since the epoch. */
export function clockProblem(timestamp: number, now: number): string | null {
  const off = timestamp - now
  if (Math.abs(off) <= clockTolerance) return null
  const seconds = Math.round(Math.abs(off) / 1000)
  return `the timestamp is ${seconds} s ${off < 0 ? 'behind' : 'ahead of'} the gateway's clock; at most ${clockTolerance / 1000} s are allowed`
}
