import type { FleetFile } from '../fleet-file/fleet-shape.ts'
import type { ReportedValue } from '../mqtt/ports.ts'
import { readPoints } from '../mqtt/read-points.ts'
import type { Model } from './model.ts'

/** What a device lived through before this service knew it. */
export interface Past {
  /** ms since the epoch; 0: it was never activated. */
  activeTime: number
  /** When it was last heard of, ms since the epoch. */
  lastTime: number
  values: ReportedValue[]
}

/** By the fleet file; whoever reported was active. */
export function pastOf({ activeTime, lastReport }: FleetFile['devices'][number], { used }: Model): Past {
  const begin = activeTime ?? lastReport?.time ?? 0
  const values = lastReport ? readPoints(used, lastReport.measurepoints, lastReport.time).values : []
  return { activeTime: begin, lastTime: Math.max(begin, lastReport?.time ?? 0), values }
}
