import { type Delivery, type FailureName, failures } from '#contract/enos/failures.ts'
import { useText } from '../../text/text-context.ts'
import { Chip, type ChipTone } from '../../ui/chip.tsx'
import { Link } from '../../ui/link.tsx'
import { errorHref, historyHref } from '../../ui/links.ts'
import styles from './failure-entry.module.css'

const tones: Record<Delivery, ChipTone> = { notSent: 'bad', refused: 'bad', maybeSent: 'unknown' }

interface FailureEntryProps {
  name: FailureName
  /** The address names it. */
  isTarget: boolean
  onChoose: (name: FailureName) => void
}

/** One failure: its number, its name, whether the device could have acted, and the three sentences. */
export function FailureEntry({ name, isTarget, onChoose }: FailureEntryProps) {
  const { failures: texts, errorCodes: words, operation } = useText()
  const { code, delivery, source } = failures[name]
  const { title, what, acted, next } = texts[name]
  return (
    <article id={name} tabIndex={-1} aria-label={`${code} ${title}`} className={styles.entry} data-target={isTarget}>
      <div className={styles.head}>
        <span className={`${styles.code} mono`}>
          {source === 'gateway' && `${words.http} `}
          <span>{code}</span>
        </span>
        <h3 className={styles.title}>
          <Link className={styles.link} href={errorHref(name)} onClick={() => onChoose(name)}>
            {title}
          </Link>
        </h3>
        <Chip tone={tones[delivery]}>{words.delivery[delivery]}</Chip>
        <Link className={styles.history} href={historyHref({ code })}>
          {words.inHistory}
          <span className="visually-hidden"> ({code})</span>
        </Link>
      </div>
      <dl className={styles.answers}>
        <dt className={styles.question}>{operation.what}</dt>
        <dd className={styles.answer}>{what}</dd>
        <dt className={styles.question}>{operation.acted}</dt>
        <dd className={styles.answer}>{acted}</dd>
        <dt className={styles.question}>{operation.next}</dt>
        <dd className={styles.answer}>{next}</dd>
      </dl>
    </article>
  )
}
