import { useCallback, useMemo } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { OpenDraft, PanePlace } from '../features/set-point/open-draft.ts'
import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Card } from '../ui/card.tsx'
import { isolated } from '../ui/isolated.ts'
import type { ControlSearch } from './control-search.ts'
import { EditorWaiting } from './editor-waiting.tsx'
import { Pane } from './pane.tsx'
import styles from './panes.module.css'
import type { ChosenDevice } from './use-chosen-device.ts'
import type { Panes as PanesState } from './use-panes.ts'

interface PanesProps {
  panes: PanesState
  chosen: ChosenDevice | null
  /** Its editor waits a moment. */
  isWaiting: boolean
  search: ControlSearch
  onFindPoint: () => void
  /** The chosen point's editor is there. */
  onDrawn: () => void
}

const noPrefill = {}

/** One editor for each draft that is in sight or under way; before a point is chosen, what comes here. */
export function Panes({ panes, chosen, isWaiting, search, onFindPoint, onDrawn }: PanesProps) {
  const { point: text, shell, enosLocale } = useText()
  const { drafts, main, others, inSight, active, activate, put, empty, putBeside, closings } = panes
  const { value, ttl, timeout } = search
  // The editor of a draft that is open already goes on without a break.
  const waits = isWaiting && !drafts.some(({ name }) => name === main)
  const prefill = useMemo(() => ({ value, ttl, timeout }), [value, ttl, timeout])
  const tellDraft = useCallback(
    (name: string, draft: Omit<OpenDraft, 'besideSince'> | null) => (draft ? put(draft) : empty(name)),
    [put, empty],
  )
  const putBack = useCallback((name: string) => putBeside(name, false), [putBeside])
  const pane = (
    name: string,
    place: PanePlace,
    device: Pick<Device, 'assetId' | 'productKey' | 'deviceKey'>,
    pointId: string,
  ) => (
    <Pane
      // A draft belongs to one point of one device, wherever its editor stands; closed, it begins anew.
      key={`${name} ${closings[name] ?? 0}`}
      name={name}
      place={place}
      assetId={device.assetId}
      productKey={device.productKey}
      deviceKey={device.deviceKey}
      pointId={pointId}
      prefill={place === 'main' ? prefill : noPrefill}
      kept={place === 'main' ? search.kept : undefined}
      isActive={name === active}
      isOneOfMany={drafts.some((draft) => draft.name !== main)}
      isOneOfSeveral={inSight.length > 1}
      isFull={place === 'main' && panes.isFull}
      onActivate={activate}
      onDraft={tellDraft}
      onPutBack={putBack}
      onFindPoint={place === 'main' ? onFindPoint : undefined}
      onDrawn={onDrawn}
    />
  )
  return (
    <div className={`${styles.panes} ${inSight.length > 1 ? styles.many : ''}`}>
      {(!chosen || main === '') && (
        <Card label={text.chooseTitle} className={styles.blank}>
          <title>
            {[chosen && isolated(localText(chosen.device.deviceName, enosLocale)), shell.productName]
              .filter(Boolean)
              .join(' · ')}
          </title>
          <Blank icon="edit" title={text.chooseTitle}>
            {text.choose}
          </Blank>
        </Card>
      )}
      {waits && main !== '' && <EditorWaiting />}
      {[
        ...(chosen && main !== '' && !waits ? [pane(main, 'main', chosen.device, search.point ?? '')] : []),
        ...others.map(({ draft, place }) => pane(draft.name, place, draft, draft.measurepointId)),
      ]}
    </div>
  )
}
