import type { ThingModel } from '#contract/enos/thing-model.ts'
import { type ExactJson, ExactNumber, isExactNumber } from '#contract/value/exact.ts'
import type { Simulate } from './simulate.ts'

export type Values = Record<string, ExactJson>

/** What a device knows of its points, and how they move by themselves. */
export interface DeviceValues {
  knows(point: string): boolean
  /** Takes what was set, within the device's own limits; returns the values it now has. */
  set(values: Values): Values
  /** Lets a point that follows another catch up with it. */
  follow(point: string): Values
  /** One step of drift and counting; returns the points that moved. */
  step(): Values
  all(): Values
  /** As it stands on the wire (§5.3): `{value, quality}` for points with quality. */
  reported(values: Values): Values
}

const decimalsOf = (number: ExactNumber): number => number.value.split('.')[1]?.length ?? 0
const isBelow = (value: ExactNumber, limit: ExactNumber): boolean => Number(value.value) < Number(limit.value)

/** `random` gives 0…1 and makes the drift. */
export function createDeviceValues(simulate: Simulate, model: ThingModel, random: () => number): DeviceValues {
  const now = new Map(Object.entries(simulate.values))
  const centre = new Map(now)
  /** What points that follow with `atMost` must not exceed, drift included. */
  const ceilings = new Map<string, number>()

  const put = (point: string, value: ExactJson): Values => {
    now.set(point, value)
    centre.set(point, value)
    return { [point]: value }
  }

  const clamped = (point: string, value: ExactJson): ExactJson => {
    const limits = simulate.clamp[point]
    if (!limits || !isExactNumber(value)) return value
    if (isBelow(value, limits.minimum)) return limits.minimum
    return isBelow(limits.maximum, value) ? limits.maximum : value
  }

  /** Only what a sensor would invent is computed; its decimals are those of the first value. */
  const moved = (point: string, to: (value: number, around: number) => number): Values => {
    const [value, around] = [now.get(point), centre.get(point)]
    if (!isExactNumber(value) || !isExactNumber(around)) return {}
    const first = simulate.values[point]
    const decimals = isExactNumber(first) ? decimalsOf(first) : decimalsOf(value)
    const next = Math.min(
      to(Number(value.value), Number(around.value)),
      ceilings.get(point) ?? Number.POSITIVE_INFINITY,
    )
    const text = next.toFixed(decimals)
    if (text === value.value) return {}
    now.set(point, new ExactNumber(text))
    return { [point]: new ExactNumber(text) }
  }

  /** A random walk drawn back to its centre, so that it looks like a process and never leaves its band. */
  const wander = (amplitude: number) => (value: number, around: number) => {
    const next = value + (random() - 0.5) * amplitude * 0.6 - (value - around) * 0.2
    return Math.min(around + amplitude, Math.max(around - amplitude, next))
  }

  return {
    knows: (point) => model.measurepoints[point] !== undefined,
    set: (values) => Object.assign({}, ...Object.entries(values).map(([point, to]) => put(point, clamped(point, to)))),
    follow(point) {
      const rule = simulate.follow[point]
      const lead = rule && now.get(rule.point)
      if (lead === undefined) return {}
      const first = simulate.values[point]
      if (!rule?.atMost || !isExactNumber(lead) || !isExactNumber(first)) return put(point, lead)
      ceilings.set(point, Number(lead.value))
      return put(point, isBelow(lead, first) ? lead : first)
    },
    step: () =>
      Object.assign(
        {},
        ...Object.entries(simulate.drift).map(([point, amplitude]) => moved(point, wander(amplitude))),
        ...Object.entries(simulate.rise).map(([point, by]) => moved(point, (value) => value + by)),
      ),
    all: () => Object.fromEntries(now),
    reported: (values) =>
      Object.fromEntries(
        Object.entries(values).map(([point, value]) => {
          if (!model.measurepoints[point]?.hasQuality) return [point, value]
          return [point, { value, quality: new ExactNumber(String(simulate.quality[point] ?? 0)) }]
        }),
      ),
  }
}
