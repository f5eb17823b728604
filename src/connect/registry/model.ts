import * as z from 'zod/mini'
import { type ThingModel, thingModelSchema } from '#contract/enos/thing-model.ts'
import type { FleetFile } from '../fleet-file/fleet-shape.ts'

/** A thing model twice: as it is used, and as Get Thing Model writes it. */
export interface Model {
  modelId: string
  /** `/root/child`. */
  path: string
  /** Another organisation's model is public: `scope` 0 leaves it out (§3.3). */
  orgId: string
  used: ThingModel
  written: Record<string, unknown>
}

type StatedModel = FleetFile['thingModels'][number]

const writtenPoint = {
  desc: '',
  tags: {},
  dataDefinition: null,
  hasQuality: false,
  signalType: 'Generic',
  unit: null,
  isStdElement: false,
  stdElementId: null,
}

/** Every field of §3.3 is written, also where the file leaves it out; what else the file states goes along. */
export function modelOf(stated: StatedModel, orgId: string): Model {
  const path = stated.modelIdPath || `/${stated.modelId}`
  const owner = stated.orgId || orgId
  const points = Object.entries(stated.measurepoints).map(([id, point]) => [
    id,
    { ...writtenPoint, ...point, dataType: point.dataType.toUpperCase() },
  ])
  const written = {
    ...stated,
    modelIdPath: path,
    orgId: owner,
    desc: stated.desc ?? '',
    tags: stated.tags ?? {},
    attributes: stated.attributes ?? {},
    measurepoints: Object.fromEntries(points),
    services: stated.services ?? {},
    events: stated.events ?? {},
  }
  return { modelId: stated.modelId, path, orgId: owner, used: z.parse(thingModelSchema, written), written }
}

/** The first model of the path (§3.1). */
export const rootModelId = (model: Model): string => model.path.split('/')[1] ?? model.modelId
