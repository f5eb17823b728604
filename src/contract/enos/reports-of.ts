import { dataTypeOf } from '../value/data-types.ts'
import { type ExactJson, parseExact } from '../value/exact.ts'
import { valueProblems } from '../value/value-problems.ts'
import { type RawRecord, recordMembers } from './raw-data.ts'
import type { ValueDefinition } from './thing-model.ts'

/** A value that a device reported. `time` in ms since the epoch, by the device. */
export interface Report {
  time: number
  value: ExactJson
}

/** Some releases write numbers as text: they are read as what the point's type says, digits as they came. */
function readValue(value: ExactJson, definition: ValueDefinition | null): ExactJson {
  if (typeof value !== 'string' || !definition || dataTypeOf(definition).control === 'text') return value
  if (valueProblems(definition, value).length === 0) return value
  try {
    return parseExact(value)
  } catch {
    return value
  }
}

/**
 * The values of one point of one device, oldest first, one for each moment.
 * @param definition of the point; null where no model tells.
 */
export function reportsOf(
  records: readonly RawRecord[],
  assetId: string,
  pointId: string,
  definition: ValueDefinition | null,
): Report[] {
  if (recordMembers.has(pointId)) return []
  const reports = new Map<number, Report>()
  for (const record of records) {
    if (record.assetId !== assetId || !Object.hasOwn(record, pointId)) continue
    const { timestamp: time, [pointId]: value = null } = record
    if (value !== null) reports.set(time, { time, value: readValue(value as ExactJson, definition) })
  }
  return [...reports.values()].sort((a, b) => a.time - b.time)
}
