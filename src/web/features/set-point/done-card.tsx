import { useText } from '../../text/text-context.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { tookText } from '../../ui/seconds-text.ts'
import { OperationChange, OperationFacts } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeProps } from './outcome-props.ts'
import { verdictOf } from './read-back.ts'
import { sentTimeOf, sentValueOf } from './sent-value.ts'
import { valueWithUnit } from './target.ts'

/** The device confirmed; and what it reports since, which alone is the truth about its value. */
export function DoneCard({ target, operation, latest, takesFocus, onAnother }: OutcomeProps) {
  const text = useText()
  const { outcome } = text.setPoint
  const { createTime, endTime, pendingTtl } = operation
  const end = endTime ?? createTime
  const sentTime = sentTimeOf(operation)
  const verdict = verdictOf(sentValueOf(operation), sentTime, latest, target.point)
  const isReported = latest && (verdict === 'same' || verdict === 'other')
  const took = tookText(end - sentTime, text)
  return (
    <OutcomeFrame
      tone="ok"
      title={text.operations.outcomes.done}
      takesFocus={takesFocus}
      after={<OperationFacts operation={operation} />}
      actions={
        <Button wide onClick={onAnother}>
          {outcome.setAnother}
        </Button>
      }
    >
      <OperationChange {...operation} />
      <p>{pendingTtl > 0 ? outcome.doneQueued(tookText(sentTime - createTime, text), took) : outcome.done(took)}</p>
      {isReported ? (
        <Notice
          tone={verdict === 'same' ? 'ok' : 'wait'}
          title={verdict === 'same' ? outcome.reportedSame : outcome.reportedOther}
        >
          <span className="num">{valueWithUnit(target, latest.value, text)}</span> · <Age time={latest.time} />
        </Notice>
      ) : (
        <Notice icon="clock">{outcome.notReported}</Notice>
      )}
    </OutcomeFrame>
  )
}
