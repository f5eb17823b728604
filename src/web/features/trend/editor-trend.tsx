import { useMemo } from 'react'
import type { Device } from '#contract/enos/device.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import { previewOf } from '#contract/value/preview.ts'
import { useText } from '../../text/text-context.ts'
import { unitText } from '../../ui/unit-text.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './editor-trend.module.css'
import { ladderOf } from './ladder.ts'
import { TrendView } from './trend-view.tsx'
import { useReports } from './use-reports.ts'
import { useSeen } from './use-seen.ts'

export interface EditorTrendProps {
  orgId: string
  device: Device
  /** null where the look-ups do not know it. */
  point: Measurepoint | null
  measurepointId: string
  latest: LatestValue | undefined
  /** The value that is typed, once it is one. */
  draft: ExactJson | undefined
}

const hour = 3_600_000
/** ms between two looks at the clock: an hour has fewer pixels. */
const step = 10_000
const every = 30_000

/** What the point reported in the last hour, and where the value that is typed would lie. */
export function EditorTrend({ orgId, device, point, measurepointId, latest, draft }: EditorTrendProps) {
  const text = useText()
  const { trend: words, locale, enosLocale } = text
  const now = useNow(step)
  const { assetId, timezone } = device
  const to = now + step
  const known = useSeen(orgId, assetId, measurepointId, latest)
  const given = useReports({
    point: { orgId, assetId, pointId: measurepointId, definition: point },
    name: 'last hour',
    spanOf: () => ({ from: to - hour, to }),
    known,
    every,
  })
  const { reports } = given
  const ladder = useMemo(() => {
    const values = reports.map(({ value }) => value)
    return ladderOf(point, draft === undefined ? values : [...values, draft], locale)
  }, [point, reports, draft, locale])
  const textOf = (value: ExactJson): string => {
    const unit = unitText(point?.unit ?? null)
    const words = point ? dataTypeOf(point).format(value, point, locale, timezone) : previewOf(value)
    return unit === '' ? words : `${words} ${unit}`
  }
  const height = draft === undefined ? null : (ladder?.heightOf(draft) ?? null)
  const levels =
    draft === undefined || height === null ? [] : [{ height, name: words.marks.draft, value: textOf(draft) }]
  const shown = {
    point: (point && localText(point.name, enosLocale)) || measurepointId,
    from: to - hour,
    to,
    reports,
    textOf,
    isNumeric: ladder?.rungs === null,
  }
  return (
    <section aria-label={`${words.title}, ${words.lastHour}`}>
      <TrendView
        {...{ shown, ladder, levels, given }}
        marks={noMarks}
        size="small"
        title={<h4 className={styles.title}>{words.lastHour}</h4>}
      />
    </section>
  )
}
const noMarks = [] as const
