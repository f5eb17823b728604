import type { Operation, Verdict } from '#contract/panel/operation.ts'
import { useText } from '../text/text-context.ts'
import { evidenceText } from './evidence-text.ts'
import { Notice, type NoticeTone } from './notice.tsx'
import { pastText } from './time-text.ts'
import { useNow } from './use-now.ts'
import { Worded } from './worded.tsx'

const tones: Record<Verdict['kind'], NoticeTone> = {
  confirmedLate: 'ok',
  probablyNotApplied: 'wait',
  cannotTell: 'unknown',
}

/** Of an unknown outcome: that evidence is looked for, then the verdict with each piece of it in words. */
export function VerdictNotice({ operation }: { operation: Operation }) {
  const text = useText()
  const { evidence: words, locale } = text
  const now = useNow(60_000)
  const { verdict, acknowledged } = operation
  return (
    <>
      {!verdict && !acknowledged && (
        <Notice icon="search" role="status" title={words.searchingTitle}>
          {words.searching}
        </Notice>
      )}
      {verdict && (
        <Notice role="status" tone={tones[verdict.kind]} title={words.verdicts[verdict.kind].title}>
          {verdict.evidence.map((evidence) => (
            <p key={`${evidence.kind} ${evidence.time}`} className="num">
              {evidenceText(operation, evidence, now, text)}
            </p>
          ))}
          {verdict.evidence.length === 0 && <p>{words.none}</p>}
          <p>{words.verdicts[verdict.kind].means}</p>
        </Notice>
      )}
      {acknowledged && (
        <Notice
          icon="check"
          title={
            <Worded
              words={(_strong, quiet) =>
                words.acknowledgedBy(quiet(acknowledged.person), pastText(acknowledged.time, now, locale))
              }
            />
          }
        >
          {acknowledged.reason}
        </Notice>
      )}
    </>
  )
}
