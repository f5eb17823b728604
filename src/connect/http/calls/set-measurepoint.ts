import { Failure } from '#contract/enos/failure.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import { createValueCheck, type Finding } from '#contract/value/check-value.ts'
import type { Commands } from '../../commands/commands.ts'
import type { Device } from '../../registry/organisation.ts'
import type { Registry } from '../../registry/registry.ts'
import { requireAsset } from '../access.ts'
import type { Call } from '../answer.ts'

/** @throws Failure notFound, or invalidArgument where the model says that it can only be read (§1.6). */
function writablePoint({ product }: Device, id: string): Measurepoint {
  const { measurepoints } = product.model.used
  const point = Object.hasOwn(measurepoints, id) ? measurepoints[id] : undefined
  if (!point) throw new Failure('notFound', `measurepoint ${id} in the thing model ${product.model.modelId}`)
  if (!point.isWritable) throw new Failure('invalidArgument', `measurepointId: ${id} is not writable`)
  return point
}

/** `value.low: …` for a member, `value[2]: …` for an element. */
const findingText = ({ path, sentence }: Finding): string =>
  `${path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}.${part}`), 'value')}: ${sentence}`

/** §1: everything is checked before anything is stored. */
export function createSetMeasurepoint(registry: Registry, commands: Pick<Commands, 'submit'>): Call<'setMeasurepoint'> {
  const checkValue = createValueCheck()
  return async ({ application, organisation }, query, { value }) => {
    const device = registry.select(organisation, query)
    requireAsset(application, 'asset.control', device.assetId)
    const point = writablePoint(device, query.measurepointId)
    const findings = checkValue(point, value)
    if (findings.length > 0) throw new Failure('invalidArgument', findings.map(findingText).join('; '))
    const { measurepointId, timeout, pendingTtl } = query
    const { commandId } = await commands.submit({
      orgId: organisation.orgId,
      device: registry.targetOf(device),
      measurepointId,
      commandName: point.name,
      value,
      timeout,
      pendingTtl,
    })
    return { data: { commandId } }
  }
}
