import { ExactNumber } from '../../src/contract/value/exact.ts'
import { type DemoPoint, names } from './point.ts'

export interface DemoModel {
  modelId: string
  name: ReturnType<typeof names>
  points: DemoPoint[]
}

export const modelOf = (modelId: string, [en, zh]: [en: string, zh: string], ...points: DemoPoint[]): DemoModel => ({
  modelId,
  name: names(en, zh),
  points,
})

const exact = (text: string | undefined) => (text === undefined ? {} : new ExactNumber(text))
const limitsOf = (limits: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(limits).flatMap(([name, text]) => (text === undefined ? [] : [[name, exact(text)]])),
  )

/** The model as Get Thing Model returns it (§3.3), with our own minimum, maximum, step and isWritable. */
export const thingModel = (orgId: string, { modelId, name, points }: DemoModel) => ({
  modelId,
  modelIdPath: `/${modelId}`,
  orgId,
  name,
  desc: '',
  tags: {},
  attributes: {},
  measurepoints: Object.fromEntries(
    points.map(({ identifier, definition, ...point }) => {
      const { minimum, maximum, step, dataType, dataDefinition, unit, signalType } = definition
      return [
        identifier,
        {
          identifier,
          name: point.name,
          desc: point.desc,
          tags: {},
          dataType,
          dataDefinition: dataDefinitionOf(dataDefinition),
          hasQuality: point.hasQuality,
          signalType,
          unit,
          isStdElement: false,
          stdElementId: null,
          ...limitsOf({ minimum, maximum, step }),
          isWritable: point.isWritable,
        },
      ]
    }),
  ),
  services: {},
  events: {},
})

/** Members of a struct carry limits too: as numbers, like those of a point. */
function dataDefinitionOf(definition: unknown): unknown {
  if (typeof definition !== 'object' || definition === null || !('items' in definition)) return definition
  if (!Array.isArray(definition.items)) return definition
  const items = definition.items.map(({ minimum, maximum, step, ...item }) => ({
    ...item,
    ...limitsOf({ minimum, maximum, step }),
  }))
  return { items }
}

/** What a device of this model reports when it starts, and how it moves. */
export const movesOf = ({ points }: DemoModel) => ({
  values: Object.fromEntries(points.map(({ identifier, start }) => [identifier, start])),
  drift: Object.fromEntries(points.flatMap(({ identifier, drift }) => (drift ? [[identifier, exact(drift)]] : []))),
  rise: Object.fromEntries(points.flatMap(({ identifier, rise }) => (rise ? [[identifier, exact(rise)]] : []))),
})
