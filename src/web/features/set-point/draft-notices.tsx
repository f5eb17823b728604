import type { LatestValue } from '#contract/enos/latest-value.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { parseExact } from '#contract/value/exact.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import { startDraft } from '../../fields/start-draft.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Target, valueWithUnit } from './target.ts'
import type { SetPointState } from './use-set-point.ts'

interface DraftNoticesProps {
  target: Target
  latest: LatestValue | undefined
  set: SetPointState
  onShowQueue: () => void
}

/** What a person should know about a draft: where it comes from, what moved meanwhile, what else waits. */
export function DraftNotices({ target, latest, set, onShowQueue }: DraftNoticesProps) {
  const text = useText()
  const { setPoint } = text
  const { touched, begunWith } = set.kept
  const begun = touched && begunWith !== null ? parseExact(begunWith) : undefined
  const moved = latest && begun !== undefined && !isSameValue(begun, latest.value, target.point)
  const control = target.point && dataTypeOf(target.point).control
  const startsFromPresent = control === 'array' || control === 'struct'
  return (
    <>
      {set.isFromLink && <Notice icon="external">{setPoint.fromLink}</Notice>}
      {set.queued > 0 && (
        <Notice tone="queued" actions={<Button onClick={onShowQueue}>{setPoint.showQueue}</Button>}>
          {setPoint.othersQueued(set.queued)}
        </Notice>
      )}
      {moved && (
        <Notice
          tone="wait"
          icon="info"
          actions={
            startsFromPresent && (
              <Button onClick={() => set.change({ draft: startDraft(target.point, latest.value) }, true)}>
                {setPoint.takeNew}
              </Button>
            )
          }
        >
          {setPoint.moved(valueWithUnit(target, begun, text), valueWithUnit(target, latest.value, text))}
        </Notice>
      )}
    </>
  )
}
