import type { Measurepoint, ThingModel } from '#contract/enos/thing-model.ts'
import { checkValue } from '#contract/value/check-value.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import type { ValueProblem } from '#contract/value/problem.ts'
import type { ReportedValue } from './ports.ts'

/** Limits on what may be set, which say nothing about what a device may measure (§3.3, §6). */
const settingOnly = new Set<ValueProblem['kind']>(['belowMinimum', 'aboveMaximum', 'offStep', 'notSettable'])

const isMap = (value: ExactJson): value is { [member: string]: ExactJson } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)

const isQuality = (value: ExactJson | undefined): value is ExactJson => isExactNumber(value) && /^\d$/.test(value.value)

/** Points with quality come as `{value, quality}`, or bare (§5.3). */
function unwrap(point: Measurepoint, reported: ExactJson): { value: ExactJson; quality: ExactJson } | null {
  const wrapped = point.hasQuality && isMap(reported) && 'value' in reported && 'quality' in reported
  if (!wrapped) return { value: reported, quality: null }
  const { value = null, quality } = reported
  return isQuality(quality) ? { value, quality } : null
}

/** What does not fit (§6) stands in `problems`, one sentence each that names the point. */
export function readPoints(
  model: ThingModel | undefined,
  reported: Record<string, ExactJson>,
  /** ms since the epoch. */
  time: number,
): { values: ReportedValue[]; problems: string[] } {
  const values: ReportedValue[] = []
  const problems: string[] = []
  for (const [id, json] of Object.entries(reported)) {
    const point = model && Object.hasOwn(model.measurepoints, id) ? model.measurepoints[id] : undefined
    const reading = point ? unwrap(point, json) : null
    if (!point) problems.push(`${id}: the model has no such point.`)
    else if (!reading) problems.push(`${id}: quality must be a whole number from 0 to 9.`)
    else {
      const finding = checkValue(point, reading.value).find(({ problem }) => !settingOnly.has(problem.kind))
      if (finding) problems.push(`${[id, ...finding.path].join('.')}: ${finding.sentence}`)
      else values.push({ id, time, ...reading })
    }
  }
  return { values, problems }
}
