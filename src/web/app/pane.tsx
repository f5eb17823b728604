import { useQueryClient } from '@tanstack/react-query'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { localText } from '#contract/enos/string-i18n.ts'
import { useDevicePlace } from '../features/choose-device/use-device-place.ts'
import type { Prefill } from '../features/set-point/kept-draft.ts'
import type { OpenDraft, PanePlace } from '../features/set-point/open-draft.ts'
import { selectorOf } from '../features/set-point/target.ts'
import { useText } from '../text/text-context.ts'
import { isolated } from '../ui/isolated.ts'
import { EditorWaiting } from './editor-waiting.tsx'
import { LateRelease } from './late-outbox.tsx'
import { fetchSendingParts, LateDraftsFull, LatePutBack, LateSetPoint, lateSendingParts } from './late-parts.tsx'
import { LateEditorTrend } from './late-trend.tsx'
import styles from './panes.module.css'
import { useSession } from './session-context.ts'
import { type ChosenDevice, useChosenDevice, useChosenPoint } from './use-chosen-device.ts'
import { useOutboxNotes } from './use-outbox-notes.ts'
import { useLateWords } from './words.tsx'

interface PaneProps {
  /** Its draft's. */
  name: string
  place: PanePlace
  /** What is empty is not known. */
  assetId: string
  productKey: string
  deviceKey: string
  pointId: string
  prefill: Prefill
  /** Names a draft kept on this device, to be opened here; undefined for none. */
  kept: string | undefined
  /** Whether keys and the palette act on it. */
  isActive: boolean
  /** Several drafts are open: it says more plainly which one it is. */
  isOneOfMany: boolean
  /** Others stand beside it. */
  isOneOfSeveral: boolean
  isFull: boolean
  onActivate: (name: string) => void
  onDraft: (name: string, draft: Omit<OpenDraft, 'besideSince'> | null) => void
  onPutBack: (name: string) => void
  onFindPoint?: (() => void) | undefined
  onDrawn: () => void
}

/** The editor of one point of one device, whatever else is chosen, and whatever is typed in others. */
export const Pane = memo(({ assetId, productKey, deviceKey, ...pane }: PaneProps) => {
  const { orgId } = useSession().gateway
  const ids = useMemo(() => selectorOf({ assetId, productKey, deviceKey }), [assetId, productKey, deviceKey])
  const chosen = useChosenDevice(orgId, ids)
  return chosen ? <PaneOf {...pane} chosen={chosen} /> : <EditorWaiting />
})

function PaneOf(props: Omit<PaneProps, 'assetId' | 'productKey' | 'deviceKey'> & { chosen: ChosenDevice }) {
  const { name, place, chosen, pointId, prefill, kept, isActive, isOneOfMany, isOneOfSeveral, isFull, onDraft } = props
  const { shell, enosLocale } = useText()
  const { gateway, clockOffset } = useSession()
  const { orgId, treeIds } = gateway
  const outbox = useOutboxNotes()
  // It stays what this editor was opened with, whatever is chosen elsewhere.
  const [opens, setOpens] = useState(kept)
  if (kept !== undefined && kept !== opens) setOpens(kept)
  const client = useQueryClient()
  const [isSendingDue, setSendingDue] = useState(false)
  useLateWords(isSendingDue)
  const fetchParts = useCallback(() => {
    fetchSendingParts(client)
    setSendingDue(true)
  }, [client])
  const { point, latest, isPending } = useChosenPoint(orgId, chosen, pointId)
  // What has come late is drawn in pieces.
  const isDrawn = useDeferredValue(!isPending)
  const { onDrawn } = props
  useEffect(() => {
    if (isDrawn) onDrawn()
  }, [isDrawn, onDrawn])
  const devicePlace = useDevicePlace(orgId, treeIds, chosen.device)
  const tellDraft = useCallback((draft: Omit<OpenDraft, 'besideSince'> | null) => onDraft(name, draft), [name, onDraft])
  const deviceName = localText(chosen.device.deviceName, enosLocale)
  const pointName = (point && localText(point.name, enosLocale)) || pointId
  const full = useMemo(() => isFull && <LateDraftsFull />, [isFull])
  const setPoint = (release?: Prefill['release']) => (
    <LateSetPoint
      orgId={orgId}
      device={chosen.device}
      point={point}
      measurepointId={pointId}
      latest={latest}
      prefill={{ ...prefill, release }}
      clockOffset={clockOffset}
      onFindPoint={props.onFindPoint}
      parts={lateSendingParts}
      Trend={LateEditorTrend}
      onPartsDue={fetchParts}
      outbox={outbox}
      onDraft={tellDraft}
      full={full}
      pane={
        isOneOfMany
          ? {
              isNamed: isOneOfSeveral || place !== 'main',
              // Of the chosen device it stands above its points.
              place: place === 'main' ? '' : devicePlace,
              tools: place === 'beside' && <LatePutBack onPutBack={() => props.onPutBack(name)} />,
            }
          : undefined
      }
    />
  )
  return (
    <div
      className={styles.pane}
      hidden={place === 'hidden'}
      data-pane={isActive ? 'active' : place}
      onFocusCapture={() => props.onActivate(name)}
      onPointerDownCapture={() => props.onActivate(name)}
    >
      {place === 'main' && (
        <title>{[isolated(pointName), isolated(deviceName), shell.productName].filter(Boolean).join(' · ')}</title>
      )}
      {isPending || !isDrawn ? (
        <EditorWaiting />
      ) : opens === undefined ? (
        setPoint()
      ) : (
        <LateRelease key={opens} id={opens}>
          {setPoint}
        </LateRelease>
      )}
    </div>
  )
}
