import { appendFileSync, readFileSync } from 'node:fs'
import { ServerResponse } from 'node:http'
import { isMainThread } from 'node:worker_threads'

/*
 * Preloaded (`--import`) into a program whose clock is to jump: `CLOCK_FILE` holds the ms by which its clock is wrong,
 * and is read 20 times a second.
 *
 * Jumps: `Date.now()`, `new Date()`, and the `Date` header of HTTP answers, which Node writes by a clock of its own.
 * Does not jump: timers and `performance.now()`, which do not on a machine either whose clock is set; nor what SQLite,
 * the file system and worker threads take for the time, which nothing of ours reads.
 *
 * Beside it, `{CLOCK_FILE}.late` gets a line where the program was held up, by a busy machine or a slow disk: from when to
 * when by the machine's clock, ms.
 */

const file = process.env.CLOCK_FILE ?? ''
const OwnDate = globalThis.Date
let ahead = 0

/** ms between two looks, and by how much the next may be late before that is noted. */
const [every, unnoted] = [50, 300]
const realTime = (): number => performance.timeOrigin + performance.now()
let looked = realTime()

function noteLateness(): void {
  const now = realTime()
  if (now - looked > every + unnoted) appendFileSync(`${file}.late`, `${JSON.stringify({ from: looked, to: now })}\n`)
  looked = now
}

const read = (): void => {
  noteLateness()
  const wanted = Number(readFileSync(file, 'utf8'))
  if (Number.isFinite(wanted)) ahead = wanted
}

class ShiftedDate extends OwnDate {
  constructor(...parts: [] | [string | number | Date]) {
    if (parts.length === 0) super(OwnDate.now() + ahead)
    else super(...(parts as [string | number | Date]))
  }
  static override now(): number {
    return OwnDate.now() + ahead
  }
}

if (isMainThread && file !== '') {
  read()
  setInterval(read, every).unref()
  globalThis.Date = ShiftedDate as DateConstructor
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...parts: unknown[]) {
    if (!this.hasHeader('date')) this.setHeader('date', new ShiftedDate().toUTCString())
    return Reflect.apply(writeHead, this, parts)
  }
}
