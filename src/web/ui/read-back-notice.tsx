import type { Operation, ReadBack } from '#contract/panel/operation.ts'
import { parseExact } from '#contract/value/exact.ts'
import { useText } from '../text/text-context.ts'
import { Age } from './age.tsx'
import { recordedValueText } from './evidence-text.ts'
import { Notice, type NoticeTone } from './notice.tsx'

const tones: Record<ReadBack['kind'], NoticeTone> = { same: 'ok', other: 'wait', notReported: 'info' }

/** Of an operation that is done: whether the device reports what it confirmed, as the server found it. */
export function ReadBackNotice({ operation }: { operation: Operation }) {
  const text = useText()
  const { evidence: words } = text
  const { readBack } = operation
  if (!readBack)
    return (
      <Notice icon="clock" role="status">
        {words.readBackWaiting}
      </Notice>
    )
  const { kind, report } = readBack
  return (
    <Notice tone={tones[kind]} role="status" title={words.readBack[kind]}>
      {report ? (
        <>
          <span className="num">{recordedValueText(operation, parseExact(report.value), text)}</span> ·{' '}
          <Age time={report.time} />
        </>
      ) : (
        words.readBackNever
      )}
    </Notice>
  )
}
