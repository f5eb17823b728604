import { readFileSync, writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import * as z from 'zod'

/** What a test runner leaves for `npm test`, which counts all runners together and repeats at its end what failed. */
const tally = z.object({ passed: z.int(), failures: z.array(z.string()) })
export type Tally = z.infer<typeof tally>

/** The name of the file is handed to the runner's own process by its environment. */
export const tallyFile = 'TALLY_FILE'

export function writeTally(of: Tally): void {
  const file = process.env[tallyFile]
  if (file) writeFileSync(file, JSON.stringify(of))
}

/** @throws Error where the runner ended before it could write. */
export const readTally = (file: string): Tally => tally.parse(JSON.parse(readFileSync(file, 'utf8')))

/** A failure on one line, with the first line of its reason: enough to know it by where only the end of a log was kept. */
export const failureLine = (title: string, reason: string | undefined): string =>
  `${title}: ${stripVTControlCharacters(reason ?? 'no reason given').split('\n', 1)[0]}`
