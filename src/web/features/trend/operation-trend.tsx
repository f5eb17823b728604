import { useMemo, useState } from 'react'
import type { Operation } from '#contract/panel/operation.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { secondsText } from '../../ui/seconds-text.ts'
import { ToggleChip } from '../../ui/toggle-chip.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ladderOf } from './ladder.ts'
import { marksOf } from './marks-of.ts'
import styles from './operation-trend.module.css'
import { recordedReportsOf } from './recorded-reports-of.ts'
import { TrendView } from './trend-view.tsx'
import { useOperationPoint } from './use-operation-point.ts'
import { useReports } from './use-reports.ts'

export interface OperationTrendProps {
  operation: Operation
}

/** Seconds before the request and after the end. */
const spans = [120, 600, 3600]
/** ms between two questions while the span goes on. */
const every = 5000

/** What the point reported around an operation, with marks for what was asked and what came of it. */
export function OperationTrend({ operation }: OperationTrendProps) {
  const text = useText()
  const { trend: words, locale } = text
  const now = useNow(every)
  const [around, setAround] = useState(600)
  const { point, name, textOf } = useOperationPoint(operation)
  const { createTime, endTime, body } = operation
  const from = createTime - around * 1000
  const end = (endTime ?? now) + around * 1000
  // Nothing is reported in the future: of a command of just now the time until now fills the plot.
  const to = Math.min(end, Math.max(now + every, (endTime ?? now) + every))
  const known = useMemo(() => recordedReportsOf(operation), [operation])
  const given = useReports({
    point,
    name: `${operation.id} ${around}`,
    spanOf: () => ({ from, to }),
    known,
    every: end > now && every,
  })
  const { reports } = given
  const sent = useMemo(() => sentValueOf(body), [body])
  const { definition } = point
  const ladder = useMemo(() => {
    const values = reports.map(({ value }) => value)
    return ladderOf(definition, sent === undefined ? values : [...values, sent], locale)
  }, [definition, reports, sent, locale])
  const write = (value: ExactJson): string => textOf(value, text)
  const marks = marksOf(operation, write, text)
  const height = sent === undefined ? null : (ladder?.heightOf(sent) ?? null)
  const shown = {
    point: name(text),
    from,
    to,
    reports,
    textOf: write,
    isNumeric: ladder?.rungs === null,
  }
  const levels = sent === undefined || height === null ? [] : [{ height, name: words.marks.sent, value: write(sent) }]
  return (
    <Card
      title={words.title}
      actions={
        <fieldset className={styles.spans} aria-label={words.span}>
          {spans.map((seconds) => (
            <ToggleChip key={seconds} pressed={around === seconds} onPress={() => setAround(seconds)}>
              {words.around(secondsText(seconds, text))}
            </ToggleChip>
          ))}
        </fieldset>
      }
    >
      <div className={styles.body}>
        <TrendView {...{ shown, ladder, marks, levels, given }} size="large" />
      </div>
    </Card>
  )
}
