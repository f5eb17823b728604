import { type ComponentType, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import type { Device } from '#contract/enos/device.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { Measurepoint } from '#contract/enos/thing-model.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { isolated } from '../../ui/isolated.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DraftEditor } from './draft-editor.tsx'
import styles from './editor.module.css'
import type { Prefill } from './kept-draft.ts'
import { PermissionLine } from './permission-line.tsx'
import type { Outbox } from './release.ts'
import type { SendingParts } from './sending-parts.ts'
import { deviceNameOf, pointNameOf, type Target, typeText, unitOf } from './target.ts'
import type { TrendProps } from './trend-props.ts'
import { useAnnouncedOutcome } from './use-announced-outcome.ts'
import { draftNameOf } from './use-kept-draft.ts'
import { type SetPointState, useSetPoint } from './use-set-point.ts'

interface SetPointProps {
  orgId: string
  device: Device
  /** null where the look-ups do not know it: its value is then written as JSON. */
  point: Measurepoint | null
  measurepointId: string
  latest: LatestValue | undefined
  /** What the address asks for; it is filled in and never sent. */
  prefill: Prefill
  /** ms to add to this machine's clock to get the server's. */
  clockOffset: number
  onFindPoint?: () => void
  parts: SendingParts
  /** Draws what the point reported in the last hour. */
  Trend: ComponentType<TrendProps>
  /** Asks for their code ahead of its use. */
  onPartsDue: () => void
  outbox: Outbox
  /** Told what is in hand here whenever that changes; null for nothing. */
  onDraft?: ((draft: SetPointState['inHand']) => void) | undefined
  /** Why no draft can be begun here, instead of the way to do it; nothing where it can. */
  full?: ReactNode
  /** Where several drafts are open: what tells this one from them. */
  pane?: EditorPane | undefined
}

export interface EditorPane {
  /** Others stand beside it, or it is out of sight: its name and what it says name its target. */
  isNamed: boolean
  /** Where the device stands; empty where that is not known. */
  place: string
  tools: ReactNode
}

/** Sets one point of one device: editor, review, and what became of it. */
export function SetPoint({ orgId, device, point, measurepointId, ...rest }: SetPointProps) {
  const target = useMemo<Target>(
    () => ({ orgId, device, point, measurepointId }),
    [orgId, device, point, measurepointId],
  )
  // Another target is another draft: nothing of one may show up at the other.
  return <SetPointCard key={draftNameOf(target)} target={target} {...rest} />
}

type SetPointCardProps = Omit<SetPointProps, 'orgId' | 'device' | 'point' | 'measurepointId'> & { target: Target }

function SetPointCard(props: SetPointCardProps) {
  const { target, latest, prefill, clockOffset, onFindPoint, parts, Trend, onPartsDue, outbox, onDraft, full, pane } =
    props
  const text = useText()
  const { setPoint } = text
  const announce = useAnnounce()
  const id = useId()
  const [queue, setQueue] = useState<{ before?: Operation | undefined } | null>(null)
  const set = useSetPoint({ target, prefill, latest, clockOffset, outbox })
  const { sending, operation, kept } = set
  const [pointName, deviceName] = [pointNameOf(target, text), deviceNameOf(target.device, text)]
  useAnnouncedOutcome(
    operation,
    set.isOwn,
    pane?.isNamed ? setPoint.about([isolated(pointName), isolated(deviceName)]) : '',
  )
  const inHand = JSON.stringify(set.inHand)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when its content changes.
  useEffect(() => onDraft?.(set.inHand), [inHand, onDraft])
  // Before anything can be sent from here, all that tells what becomes of it has come.
  useEffect(() => {
    if (kept.touched) onPartsDue()
  }, [kept.touched, onPartsDue])
  // A draft that is being written is never put aside by somebody else's command, but for one that nobody knows the end of.
  const isBehind = operation !== undefined && !set.isOwn && kept.touched && operation.outcome !== 'unknown'
  const isEditing = sending.phase === 'idle' && (!operation || isBehind)
  /** The button that was pressed goes away with the outcome: the focus goes on to the control. */
  const toEditor = (goOn: () => void) => () => {
    goOn()
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  const actions = {
    onAnother: toEditor(set.another),
    onEdit: toEditor(() => set.edit()),
    onQueueInstead: toEditor(() => set.edit({ way: 'online' })),
    onAcknowledge: async (id: string, reason: string) => {
      await set.acknowledge(id, reason)
      toEditor(() => {})()
    },
    onShowQueue: (before?: Operation) => setQueue({ before }),
  }
  const discard = () => {
    set.discard()
    announce(setPoint.discarded)
  }
  return (
    <Card
      label={pane?.isNamed ? setPoint.titleOf(isolated(pointName), isolated(deviceName)) : setPoint.title}
      className={styles.card}
    >
      <div className={styles.head}>
        <h2>{setPoint.title}</h2>
        {isEditing && kept.touched && (
          <>
            {/* In its place beside, its card in the strip says so. */}
            {!pane?.tools && (
              <Chip icon="edit" title={setPoint.draftHint}>
                {setPoint.draft}
              </Chip>
            )}
            <Button kind="quiet" icon="trash" className={styles.discard} data-does="discard" onClick={discard}>
              {setPoint.discard}
            </Button>
          </>
        )}
        {pane?.tools && <div className={styles.tools}>{pane.tools}</div>}
      </div>
      <div className={styles.what}>
        <h3>{pointName}</h3>
        <div className={styles.about}>
          <span className="muted">
            <bdi>{deviceName}</bdi> · {setPoint.about([pane?.place ?? '', unitOf(target), typeText(target, text)])}
          </span>
          {isEditing && target.point?.isWritable !== false && <PermissionLine target={target} state={set.permission} />}
        </div>
      </div>
      {isEditing && target.point?.isWritable === false ? (
        <div className={styles.scroll}>
          <Notice icon="lock" title={setPoint.readOnlyTitle}>
            {setPoint.readOnly}
          </Notice>
        </div>
      ) : isEditing ? (
        <DraftEditor
          id={id}
          target={target}
          latest={latest}
          set={set}
          parts={parts}
          Trend={Trend}
          isHeld={isBehind && operation.outcome === 'waiting'}
          onFindPoint={onFindPoint}
          full={set.inHand === null && full}
          {...actions}
        />
      ) : (
        <div className={styles.scroll}>
          {operation ? (
            <parts.OperationCard
              target={target}
              operation={operation}
              latest={latest}
              takesFocus={set.hasSent}
              {...actions}
            />
          ) : (
            sending.phase !== 'idle' &&
            sending.phase !== 'known' && (
              <parts.ContactCard
                sending={sending}
                target={target}
                contact={set.permission.permission?.contact ?? ''}
                takesFocus={set.hasSent}
                onSendAgain={() => void set.send(sending.send)}
                onSignInAndSend={() => void set.send(sending.send, true)}
                {...actions}
              />
            )
          )}
        </div>
      )}
      {set.hasSent && <parts.PressShield key={sending.phase === 'idle' ? '' : sending.send.idempotencyKey} />}
      {queue && <parts.QueueDialog target={target} before={queue.before} onClose={() => setQueue(null)} />}
    </Card>
  )
}
