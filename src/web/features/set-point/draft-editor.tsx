import { type ComponentType, type ReactNode, startTransition, useRef, useState } from 'react'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { dataTypeOf } from '#contract/value/data-types.ts'
import { isSameValue } from '#contract/value/same-value.ts'
import { useText } from '../../text/text-context.ts'
import { ageText } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isLasting, refusedBy } from '../../ui/refused-by.ts'
import { useConnected } from '../../ui/use-connected.ts'
import { useIdle } from '../../ui/use-idle.ts'
import { useNow } from '../../ui/use-now.ts'
import { DraftNotices } from './draft-notices.tsx'
import styles from './editor.module.css'
import { Editor } from './editor.tsx'
import { ExactBody } from './exact-body.tsx'
import forecastStyles from './forecast-line.module.css'
import { NoNetwork } from './no-network.tsx'
import permissionStyles from './permission.module.css'
import { problemsToShow } from './problems-to-show.ts'
import { asksOf } from './review-asks.ts'
import { sendingOf } from './sending-of.ts'
import type { KeepProps, KeptHow, SendingParts } from './sending-parts.ts'
import { readForm } from './set-form.ts'
import type { Target } from './target.ts'
import type { TrendProps } from './trend-props.ts'
import { useRested } from './use-rested.ts'
import type { Reviewed, SetPointState } from './use-set-point.ts'

/** ms without a key press after which mistakes are pointed out. */
const restAfter = 600

interface DraftEditorProps {
  id: string
  target: Target
  latest: LatestValue | undefined
  set: SetPointState
  parts: SendingParts
  /** Somebody else's command for this point is on its way: nothing is sent on top of it. */
  isHeld: boolean
  onFindPoint?: (() => void) | undefined
  /** Why no draft can be begun; nothing where it can. */
  full: ReactNode
  Trend: ComponentType<TrendProps>
  onShowQueue: () => void
}

/** The draft with its button; a press on it opens the review, and only a press there sends. */
export function DraftEditor({
  id,
  target,
  latest,
  set,
  parts,
  isHeld,
  onFindPoint,
  full,
  Trend,
  onShowQueue,
}: DraftEditorProps) {
  const text = useText()
  const { setPoint } = text
  const announce = useAnnounce()
  const now = useNow()
  const isAway = useConnected() === 'lost'
  const place = useRef<HTMLFormElement>(null)
  const [isAttempted, setAttempted] = useState(false)
  const [reviewed, setReviewed] = useState<Reviewed | null>(null)
  const { form } = set
  const { ready, problems } = readForm(form, target.point, set.rules)
  const { permission, session } = set.permission
  const refusal = permission ? refusedBy(permission) : undefined
  const isOnlyShown = refusal !== undefined && isLasting(refusal)
  const isIdle = useIdle()
  const isRested = useRested(JSON.stringify(form), restAfter)
  const isNone = target.point !== null && dataTypeOf(target.point).control === 'none'
  const isSame = latest !== undefined && ready !== null && isSameValue(ready.value, latest.value, target.point)

  const sending = sendingOf(form)

  const [meantNumber, setMeantNumber] = useState('')
  const number = { target, value: ready?.value, latest, meantNumber, onMeant: setMeantNumber }
  const isNumber = ready !== null && target.point !== null && dataTypeOf(target.point).control === 'number'

  const { releases } = set.kept
  const [wasKept, setWasKept] = useState<KeptHow | null>(null)
  /** What is asked before a kept draft is sent; undefined while that is not known. */
  const [question, setQuestion] = useState<string | null>()
  const asksAgain = releases !== '' && Boolean(question)

  const refuse = () => {
    setAttempted(true)
    announce(setPoint.checkValue, 'assertive')
    // After the problems were drawn: the first control that has one gets the focus.
    requestAnimationFrame(() => {
      const wrong = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? document.getElementById(id)
      // In the middle, where the button at the bottom cannot cover it.
      wrong?.scrollIntoView({ block: 'center' })
      wrong?.focus({ preventScroll: true })
    })
    return null
  }
  const check = () => (problems ? refuse() : set.review(form))
  const queueInstead = () => {
    set.change({ way: 'online' })
    setReviewed(set.review({ ...form, way: 'online' }))
  }
  const keepButton = (onCheck: KeepProps['onCheck']) => (
    <parts.KeepButton
      target={target}
      latest={latest}
      form={form}
      kept={set.kept}
      wasKept={wasKept}
      onCheck={onCheck}
      onKept={(how) => {
        setWasKept(how)
        setReviewed(null)
        set.discard()
      }}
    />
  )
  return (
    <>
      <form ref={place} className={styles.scroll} onSubmit={(event) => event.preventDefault()} noValidate>
        {releases !== '' && <parts.ReleaseNotice id={releases} isNotBegun={set.isNotBegun} onQuestion={setQuestion} />}
        <DraftNotices target={target} latest={latest} set={set} onShowQueue={onShowQueue} />
        <fieldset className={permissionStyles.plain} data-does="value" disabled={isOnlyShown || Boolean(full)}>
          <Editor
            id={id}
            target={target}
            latest={latest}
            limits={permission?.limits ?? null}
            form={form}
            onChange={set.change}
            problems={isOnlyShown ? null : problems && problemsToShow(problems, { isAttempted, isRested })}
            onFindPoint={onFindPoint}
          />
        </fieldset>
        {isAway && set.kept.touched && (
          <parts.OnlyIf
            target={target}
            present={latest}
            expected={set.kept.expectedValue}
            onExpect={(expectedValue) => set.note({ expectedValue })}
          />
        )}
        {!isNone && (
          <div>
            <ExactBody body={ready?.body ?? null} />
            {isNumber && <parts.HeldNumber target={target} value={ready.value} className={styles.same} />}
            {isSame && <p className={styles.same}>{setPoint.same(ageText(now - latest.time, text.shell.age))}</p>}
          </div>
        )}
        {!isNone && (
          <div className={styles.trend}>
            {isIdle && <Trend {...target} latest={latest} draft={isRested ? ready?.value : undefined} />}
          </div>
        )}
      </form>
      {!isNone && (
        <div className={styles.foot}>
          {isHeld && (
            <Notice icon="send" role="status">
              {setPoint.held}
            </Notice>
          )}
          {full ? (
            full
          ) : permission && refusal ? (
            <parts.NotAllowed target={target} permission={permission} check={refusal} role={session?.person.role} />
          ) : (
            <>
              {isNumber && isRested && (
                <parts.NumberSenseQuestion {...number} onUse={(draft) => set.change({ draft })} />
              )}
              {isAway ? (
                <NoNetwork />
              ) : (
                <div className={forecastStyles.place}>
                  {sending && set.kept.touched && (
                    <parts.ForecastLine
                      target={target}
                      sending={sending}
                      onTimeout={(timeout) => set.change({ timeout })}
                    />
                  )}
                </div>
              )}
              {isAway && (set.kept.touched || wasKept) ? (
                keepButton(check)
              ) : (
                <Button
                  kind="primary"
                  wide
                  data-does="review"
                  disabled={isHeld || isAway || (releases !== '' && question === undefined)}
                  onClick={() => {
                    const next = check()
                    // The press is drawn first, then what it opens.
                    startTransition(() => setReviewed(next))
                  }}
                >
                  {setPoint.reviewButton}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {reviewed && (
        <parts.Review
          target={target}
          {...reviewed}
          latest={latest}
          isHeld={isHeld}
          queued={set.queued}
          asks={asksOf(set.permission, set.isSignInDue(), asksAgain)}
          question={
            <>
              {asksAgain && <Notice tone="wait">{question}</Notice>}
              {isNumber && <parts.NumberSenseQuestion {...number} />}
            </>
          }
          notes={set.kept}
          onNote={set.note}
          keepButton={keepButton(() => reviewed)}
          onSend={async (send) => {
            const isSent = await set.send(send)
            if (isSent) setReviewed(null)
            return isSent
          }}
          onBack={() => setReviewed(null)}
          onQueueInstead={queueInstead}
        />
      )}
    </>
  )
}
