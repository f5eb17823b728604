import { type FailureName, failures } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FailureAnswers, VerbatimWords } from './failure-answers.tsx'
import { type Help, helpAfter } from './help-after.ts'
import { OperationChange, OperationFacts } from './operation-facts.tsx'
import { OutcomeFrame } from './outcome-frame.tsx'
import type { OutcomeActions, OutcomeProps } from './outcome-props.ts'

/** Not sent or refused: three answers, and the button that helps. */
export function FailedCard(props: OutcomeProps) {
  const { operation, takesFocus } = props
  const text = useText()
  const { outcome } = text.sending
  const failure = operation.failure ?? 'interrupted'
  const isRefused = operation.outcome === 'refused'
  const words = <VerbatimWords failure={failure} message={operation.message} />
  return (
    <OutcomeFrame
      tone="bad"
      title={text.operations.outcomes[operation.outcome]}
      code={outcome.code(operation.code ?? failures[failure].code)}
      takesFocus={takesFocus}
      after={
        <>
          {!isRefused && words}
          <OperationFacts operation={operation} />
        </>
      }
      actions={<HelpButtons failure={failure} {...props} />}
    >
      <OperationChange {...operation} />
      {isRefused && words}
      <FailureAnswers answers={text.failures[failure]} />
    </OutcomeFrame>
  )
}

interface HelpButtonsProps extends Pick<OutcomeActions, 'onEdit' | 'onQueueInstead' | 'onShowQueue'> {
  failure: FailureName
  /** Undefined where nothing was recorded. */
  operation?: Operation
}

/** None of them sends: each leads to a draft or to a list. */
export function HelpButtons({ failure, operation, onEdit, onQueueInstead, onShowQueue }: HelpButtonsProps) {
  const { setPoint, sending } = useText()
  const { outcome } = sending
  const buttons: Record<Help, [string, () => void]> = {
    queueInstead: [outcome.queueInstead, onQueueInstead],
    editValue: [outcome.editValue, onEdit],
    readBack: [outcome.editValue, onEdit],
    showQueue: [setPoint.showQueue, () => onShowQueue()],
    showFront: [outcome.showFront, () => onShowQueue(operation)],
  }
  return helpAfter(failure).map((help, index) => {
    const [words, onClick] = buttons[help]
    return (
      <Button key={help} wide kind={index === 0 && help === 'queueInstead' ? 'primary' : 'plain'} onClick={onClick}>
        {words}
      </Button>
    )
  })
}
