import { readFileSync } from 'node:fs'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import { fleetFileSchema } from './fleet-file.ts'
import type { FleetFile } from './fleet-shape.ts'

/** `devices[3].productKey`, as one would write it in JavaScript. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  ) || 'the file'

/** More than these would not be read. */
const shownProblems = 20

/**
 * Checks a fleet that was read with `parseExact`.
 * @throws Error with a line for each problem: its path, and what would be right.
 */
export function checkFleet(source: string, json: ExactJson): FleetFile {
  const result = fleetFileSchema.safeParse(json)
  if (result.success) return result.data
  const { issues } = result.error
  const lines = issues.slice(0, shownProblems).map(({ path, message }) => `  ${pathText(path)}: ${message}`)
  const more = issues.length > shownProblems ? [`  … and ${issues.length - shownProblems} more`] : []
  throw new Error([`${source} is not a fleet file:`, ...lines, ...more].join('\n'))
}

/**
 * Reads a fleet file; digits of limits are kept exact.
 * @throws Error naming the file, and what is wrong where.
 */
export function readFleetFile(file: string): FleetFile {
  let json: ExactJson
  try {
    json = parseExact(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`)
  }
  return checkFleet(file, json)
}
