import type { Operation } from '#contract/panel/operation.ts'
import { sentValueOf } from '#contract/panel/sent-value.ts'
import type { OutboxDraft } from '../../api/outbox-draft.ts'
import { useText } from '../../text/text-context.ts'
import { ageText } from '../../ui/age.tsx'
import { Chip } from '../../ui/chip.tsx'
import { recordedValueText } from '../../ui/evidence-text.ts'
import { Link } from '../../ui/link.tsx'
import { operationHref, permissionHref } from '../../ui/links.ts'
import { OutcomeChip } from '../../ui/outcome-chip.tsx'
import { secondsText } from '../../ui/seconds-text.ts'
import { untilText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './outbox.module.css'
import { type DraftFacts, selectorOf } from './use-draft-facts.ts'
import { beforeValue, valueWords } from './value-words.ts'

interface DraftFactsListProps {
  draft: OutboxDraft
  facts: DraftFacts
}

/** A kept draft beside what holds now: value then and now, age, way of sending, what others did since. */
export function DraftFactsList({ draft, facts }: DraftFactsListProps) {
  const text = useText()
  const { outbox, shell, locale } = text
  const now = useNow()
  const { age, latest, since, way, isRefused, isConnected } = facts
  const { expected, isAsExpected } = facts
  const { pendingTtl, timeout, measurepointId } = draft.send.query
  const before = beforeValue(draft)
  const wait = secondsText(timeout, text)
  const reported = (time: number) => outbox.reported(ageText(now - time, shell.age))
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{outbox.before}</dt>
        <dd className="num">
          {before === undefined ? (
            outbox.nothing
          ) : (
            <>
              <strong>{valueWords(draft, before, facts, text)}</strong>{' '}
              {draft.before && <span className="muted">{reported(draft.before.time)}</span>}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{outbox.now}</dt>
        <dd className="num">
          {latest === undefined && (isConnected ? shell.loading : outbox.unknownNow)}
          {latest === null && outbox.nothing}
          {latest && (
            <>
              <strong>{valueWords(draft, latest.value, facts, text)}</strong>{' '}
              <span className="muted">{reported(latest.time)}</span>
            </>
          )}
          {since.hasMoved !== null && (
            <Chip
              tone={since.hasMoved ? 'wait' : 'plain'}
              icon={since.hasMoved ? 'warning' : null}
              className={styles.chip}
            >
              {since.hasMoved ? outbox.changed : outbox.unchanged}
            </Chip>
          )}
        </dd>
      </div>
      {since.areCommandsKnown && (
        <div>
          <dt>{outbox.since}</dt>
          <dd>
            <CommandsSince operations={since.operations} />
          </dd>
        </div>
      )}
      <div>
        <dt>{outbox.age}</dt>
        <dd>
          {outbox.keptAt(untilText(age.keptTime, now, locale), ageText(age.age, shell.age))}
          {age.wasMoved && <p className="muted">{outbox.clockMoved}</p>}
        </dd>
      </div>
      <div>
        <dt>{outbox.way}</dt>
        <dd>
          {pendingTtl > 0 ? outbox.wayOnline(secondsText(pendingTtl, text), wait) : outbox.wayNow(wait)}
          {expected !== undefined && (
            <p className={isAsExpected === false ? styles.warning : undefined}>
              {(isAsExpected === false ? outbox.onlyIfNot : outbox.onlyIf)(valueWords(draft, expected, facts, text))}
            </p>
          )}
          {isConnected && (
            <p className={way === 'good' || way === 'onlineQueued' ? 'muted' : styles.warning}>{outbox.wayOf[way]}</p>
          )}
          {isRefused && (
            <p className={styles.warning}>
              {outbox.refused}{' '}
              <Link href={permissionHref({ ...selectorOf(draft), point: measurepointId })}>{outbox.why}</Link>
            </p>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** What anybody has set since; the newest by name. */
function CommandsSince({ operations }: { operations: Operation[] }) {
  const text = useText()
  const { outbox, shell } = text
  const now = useNow()
  const [newest] = operations
  if (!newest) return outbox.sinceNothing
  const value = recordedValueText(newest, sentValueOf(newest.body) ?? null, text)
  return (
    <>
      <Link href={operationHref(newest.id)}>
        {outbox.sinceOne(newest.person, value, ageText(now - newest.createTime, shell.age))}
      </Link>{' '}
      <OutcomeChip outcome={newest.outcome} code={newest.code} className={styles.chip} />
      {operations.length > 1 && <p className="muted">{outbox.sinceMore(operations.length - 1)}</p>}
    </>
  )
}
