import { useEffect, useRef } from 'react'
import { failures } from '#contract/enos/failures.ts'
import { isFinal, isUnresolved, type Operation } from '#contract/panel/operation.ts'
import { useRight } from '../../api/use-right.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { Link } from '../../ui/link.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { errorHref } from '../../ui/links.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import { OutcomeChip } from '../../ui/outcome-chip.tsx'
import { ReadBackNotice } from '../../ui/read-back-notice.tsx'
import { VerdictNotice } from '../../ui/verdict-notice.tsx'
import { Acknowledge } from './acknowledge.tsx'
import { CancelCommand } from './cancel-command.tsx'
import { FindingChip } from './finding-chip.tsx'
import { beginsSend, helpOf } from './help-of.ts'
import styles from './result-card.module.css'
import { useSentence } from './use-sentence.ts'

/** Could it have acted, and what now? For outcomes that are no failure. */
function answersOf({ outcome, readBack }: Operation, words: Text['operation']): { acted: string; next: string } {
  if (outcome === 'waiting') return { acted: words.onItsWay, next: words.waitNext }
  if (outcome === 'queued') return { acted: words.notYet, next: words.queuedNext }
  return { acted: words.yes, next: readBack?.kind === 'other' ? words.otherNext : words.doneNext }
}

/** Says a change of the outcome to those who do not see it; failures and the unknown at once. */
function useSaid({ outcome }: Operation) {
  const { outcomes } = useText().operations
  const announce = useAnnounce()
  const before = useRef(outcome)
  useEffect(() => {
    if (before.current === outcome) return
    before.current = outcome
    announce(outcomes[outcome], isFinal(outcome) && outcome !== 'done' ? 'assertive' : 'polite')
  }, [outcome, outcomes, announce])
}

/** What is known by now of an unknown outcome, in place of the failure's own answers; undefined for no more than at first. */
function laterOf({ verdict, acknowledged }: Operation, { foundLater }: Text['operation']) {
  if (verdict && verdict.kind !== 'cannotTell') return foundLater[verdict.kind]
  return acknowledged && foundLater.acknowledged
}

interface ResultCardProps {
  operation: Operation
  place: number | undefined
}

/** What became of it, whether the device could have acted, and the links that help. */
export function ResultCard({ operation, place }: ResultCardProps) {
  const { operation: text, failures: failureTexts } = useText()
  const { outcome, failure, code, message, commandId } = operation
  useSaid(operation)
  const sentence = useSentence(operation, place)
  const later = laterOf(operation, text)
  const told = failure ? { ...failureTexts[failure], ...later } : answersOf(operation, text)
  const maySet = useRight('set')
  const mayCancel = useRight('cancel')
  const helps = helpOf(operation).filter(({ name }) => maySet || !beginsSend(name))
  const isDeviceSpeaking = failure !== null && failures[failure].delivery === 'refused'
  const questions: [string, string][] = [
    [text.what, failure ? failureTexts[failure].what : sentence],
    [text.acted, told.acted],
    [text.next, told.next],
  ]
  return (
    <Card
      title={text.result}
      actions={
        <>
          <FindingChip operation={operation} />
          <OutcomeChip outcome={outcome} code={code} />
        </>
      }
    >
      <div className={styles.inside}>
        {failure && <h3 className={styles.title}>{failureTexts[failure].title}</h3>}
        <dl className={styles.answers}>
          {questions.map(([question, answer]) => (
            <div key={question}>
              <dt className={styles.question}>{question}</dt>
              <dd className={styles.answer}>{answer}</dd>
            </div>
          ))}
          {failure && message && message !== failure && (
            <div>
              <dt className={styles.question}>{isDeviceSpeaking ? text.ownWords : text.gatewayWords}</dt>
              <dd className={styles.answer}>
                <q className={styles.words}>{message}</q>
              </dd>
            </div>
          )}
        </dl>
        {outcome === 'unknown' && <VerdictNotice operation={operation} />}
        {outcome === 'done' && <ReadBackNotice operation={operation} />}
        <div className={styles.helps}>
          {helps.map(({ name, icon, href }) => (
            <LinkButton key={name} icon={icon} href={href} title={name === 'again' ? text.help.againHint : undefined}>
              {text.help[name]}
            </LinkButton>
          ))}
          {outcome === 'queued' && commandId !== '' && mayCancel && <CancelCommand operation={operation} />}
          {failure && (
            <Link className={styles.explain} href={errorHref(failure)}>
              {text.explain(failureTexts[failure].title)}
            </Link>
          )}
        </div>
        {isUnresolved(operation) && <Acknowledge operation={operation} />}
      </div>
    </Card>
  )
}
