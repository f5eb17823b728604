import type { Measurepoint, ThingModel, ValueDefinition } from '#contract/enos/thing-model.ts'
import { checkValue } from '#contract/value/check-value.ts'
import { type ExactJson, isExactNumber } from '#contract/value/exact.ts'
import type { ReportedValue } from './ports.ts'

const isMap = (value: ExactJson): value is { [member: string]: ExactJson } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)

const noLimits = { minimum: null, maximum: null, step: null } as const

/** A point as its device may report it: minimum, maximum and step limit what may be set, not what is measured (§3.3). */
function asMeasured(point: Measurepoint): ValueDefinition {
  const { dataType, dataDefinition } = point
  const { items } = dataDefinition
  if (!Array.isArray(items)) return { dataType, dataDefinition, ...noLimits }
  const members = items.map((item) => (isMap(item) ? { ...item, ...noLimits } : item))
  return { dataType, dataDefinition: { ...dataDefinition, items: members }, ...noLimits }
}

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
      // A file can be reported, but not set (§6).
      const finding = checkValue(asMeasured(point), reading.value).find(({ problem }) => problem.kind !== 'notSettable')
      if (finding) problems.push(`${[id, ...finding.path].join('.')}: ${finding.sentence}`)
      else values.push({ id, time, ...reading })
    }
  }
  return { values, problems }
}
