import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { latestQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { pastText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import type { OutcomeProps } from './outcome-props.ts'
import { verdictOf } from './read-back.ts'
import styles from './read-back-panel.module.css'
import { sentTimeOf, sentValueOf } from './sent-value.ts'
import { selectorOf, type Target, valueWithUnit } from './target.ts'

type Reading = 'idle' | 'reading' | 'failed' | { latest: LatestValue | undefined }

/** For an unknown outcome: look first. Sending again needs a person's word that they have. */
export function ReadBack({ target, operation, onChecked }: OutcomeProps) {
  const { outcome } = useText().setPoint
  const client = useQueryClient()
  const id = useId()
  const [reading, setReading] = useState<Reading>('idle')
  const [isChecked, setChecked] = useState(false)
  const read = async () => {
    setReading('reading')
    try {
      const values = await client.fetchQuery({
        ...latestQuery(target.orgId, selectorOf(target.device)),
        staleTime: 0,
      })
      setReading({ latest: values.find((value) => value.id === target.measurepointId) })
    } catch {
      setReading('failed')
    }
  }
  return (
    <>
      {typeof reading === 'object' && <Finding target={target} operation={operation} latest={reading.latest} />}
      {reading === 'failed' && (
        <Notice tone="bad" role="alert">
          {outcome.readFailed}
        </Notice>
      )}
      <Button wide kind="primary" icon="search" disabled={reading === 'reading'} onClick={() => void read()}>
        {reading === 'reading' ? outcome.readingBack : outcome.readBack}
      </Button>
      <label className={styles.checked}>
        <input
          type="checkbox"
          checked={isChecked}
          onChange={() => setChecked(!isChecked)}
          aria-describedby={`${id}-hint`}
        />
        {outcome.checked}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {outcome.checkedHint}
      </p>
      <Button wide disabled={!isChecked} onClick={onChecked}>
        {outcome.prepareAgain}
      </Button>
    </>
  )
}

interface FindingProps extends Pick<OutcomeProps, 'operation' | 'latest'> {
  target: Target
}

/** What was read, when it was reported, and what that says about the command. */
function Finding({ target, operation, latest }: FindingProps) {
  const text = useText()
  const { outcome } = text.setPoint
  const now = useNow(60_000)
  const verdict = verdictOf(sentValueOf(operation), sentTimeOf(operation), latest, target.point)
  if (!latest || verdict === 'none') return <Notice role="status">{outcome.readNone}</Notice>
  const words = { older: outcome.readOlder, same: outcome.readSame, other: outcome.readOther }
  const clock = pastText(latest.time, now, text.locale)
  return (
    <Notice
      role="status"
      tone={verdict === 'same' ? 'ok' : verdict === 'other' ? 'wait' : 'info'}
      title={outcome.readValue(valueWithUnit(target, latest.value, text), clock)}
    >
      {words[verdict]}
    </Notice>
  )
}
