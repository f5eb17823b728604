import { useQuery } from '@tanstack/react-query'
import { localText } from '#contract/enos/string-i18n.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { recordedType } from '#contract/panel/recorded-type.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import { deviceQuery, modelQuery } from '../../api/queries.ts'
import type { Text } from '../../text/en.ts'
import { recordedValueText } from '../../ui/evidence-text.ts'
import { unitText } from '../../ui/unit-text.ts'
import type { ReportedPoint } from './reports-query.ts'

/** The point of an operation as the look-ups know it now; where they do not, as the record does. */
export function useOperationPoint(operation: Operation): {
  point: ReportedPoint
  name: (text: Text) => string
  textOf: (value: ExactJson, text: Text) => string
} {
  const { orgId, assetId, productKey, deviceKey, deviceAssetId, measurepointId } = operation
  const selector = assetId ? { assetId } : { productKey, deviceKey }
  const device = useQuery({ ...deviceQuery(orgId, selector), refetchInterval: false, staleTime: 60_000 })
  const model = useQuery({ ...modelQuery(orgId, device.data?.modelId ?? ''), enabled: device.data !== undefined })
  const inModel = model.data?.measurepoints[measurepointId]
  const definition: ValueDefinition | null = inModel ?? recordedType(operation)
  const known = deviceAssetId || assetId || device.data?.assetId
  return {
    point: {
      orgId,
      assetId: known ?? (device.isPending ? null : ''),
      pointId: measurepointId,
      definition,
    },
    name: ({ enosLocale }) =>
      (inModel && localText(inModel.name, enosLocale)) || operation.shown?.pointName || measurepointId,
    textOf(value, text) {
      if (!inModel) return recordedValueText(operation, value, text)
      const unit = unitText(inModel.unit)
      const words = dataTypeOf(inModel).format(value, inModel, text.locale, device.data?.timezone)
      return unit === '' ? words : `${words} ${unit}`
    },
  }
}
