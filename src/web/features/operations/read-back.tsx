import { useQuery } from '@tanstack/react-query'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { isExactNumber } from '#contract/value/exact.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import { previewOf } from '#contract/value/preview.ts'
import { latestQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Age } from '../../ui/age.tsx'
import { Notice, type NoticeTone } from '../../ui/notice.tsx'
import { namesOf, selectorOf } from './change-of.ts'
import { readBackOf, type Verdict } from './read-back-of.ts'
import { recordedType } from './recorded-type.ts'

const tones: Record<Verdict, NoticeTone> = { same: 'ok', other: 'wait', old: 'info', never: 'info' }

/** What the device itself reports now for the point of an operation whose outcome nobody knows. */
export function ReadBack({ operation }: { operation: Operation }) {
  const { operation: text, locale } = useText()
  const { data, isPending } = useQuery(latestQuery(operation.orgId, selectorOf(operation)))
  if (!data)
    return <Notice title={text.readBack.title}>{isPending ? text.readBack.loading : text.readBack.failed}</Notice>
  const report = data.find(({ id }) => id === operation.measurepointId)
  const verdict = readBackOf(operation, report)
  const { unit } = namesOf(operation)
  const type = recordedType(operation)
  const words = ({ value }: LatestValue) => {
    if (type) return dataTypeOf(type).format(value, type, locale)
    return isExactNumber(value) ? formatNumber(value.value, locale) : previewOf(value)
  }
  return (
    <Notice tone={tones[verdict]} title={text.readBack.title} role="status">
      {report && verdict !== 'never' && (
        <p>
          {text.readBack.reported([words(report), unit].filter(Boolean).join(' '))}, <Age time={report.time} />.
        </p>
      )}
      <p>{text.readBack[verdict]}</p>
    </Notice>
  )
}
