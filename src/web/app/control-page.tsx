import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useRecentDevices } from '../features/choose-device/remembered-devices.ts'
import { useText } from '../text/text-context.ts'
import { useIdle } from '../ui/use-idle.ts'
import { selectorOf } from './chosen-device.ts'
import { ControlChoice } from './control-choice.tsx'
import styles from './control-page.module.css'
import { fetchControlParts, LateDraftStrip, LateOperationsPanel } from './late-parts.tsx'
import { Panes } from './panes.tsx'
import { useSession } from './session-context.ts'
import { useChosenDevice, useReadAhead } from './use-chosen-device.ts'
import { useControlSearch } from './use-control-search.ts'
import { usePanes } from './use-panes.ts'

/** Where the editor stands below the points instead of beside them; see control-page.module.css. */
const oneColumn = '(max-width: 56.1875em)'
const calm = '(prefers-reduced-motion: reduce)'

/** The control screen: which device, which point, which value, and what came of it. */
export function ControlPage() {
  const { shell } = useText()
  const { orgId } = useSession().gateway
  const [search, write] = useControlSearch()
  const client = useQueryClient()
  const isIdle = useIdle()
  const { asset, pk, dk, point = '' } = search
  const selector = useMemo(() => selectorOf({ asset, pk, dk }), [asset, pk, dk])
  const chosen = useChosenDevice(orgId, selector)
  const panes = usePanes(orgId, chosen, point)
  const { visit } = useRecentDevices(orgId)
  const pointSearch = useRef<HTMLInputElement>(null)
  const editor = useRef<HTMLDivElement>(null)

  useEffect(() => fetchControlParts(client), [client])
  useReadAhead(orgId, chosen)
  const assetId = chosen?.known ? chosen.device.assetId : ''
  // First the name of another device, then its points and its editor, in pieces; the list of all after the first editor.
  const named = chosen ? `${Object.values(selector ?? {})}` : ''
  const isWaiting = useDeferredValue(named, '') !== named
  const edited = `${named} ${point}`
  const isEditorWaiting = useDeferredValue(edited, '') !== edited
  const [hasEditor, setHasEditor] = useState(false)
  useEffect(() => {
    if (assetId) visit(assetId)
  }, [assetId, visit])

  const toEditor = useCallback(() => {
    if (matchMedia(oneColumn).matches)
      editor.current?.scrollIntoView({ behavior: matchMedia(calm).matches ? 'instant' : 'smooth' })
  }, [])
  const findPoint = useCallback(() => pointSearch.current?.focus(), [])
  const drawn = useCallback(() => setHasEditor(true), [])
  const operationsOf = useMemo(() => (assetId ? { assetId } : selector), [assetId, selector])
  const stage = selector ? (point ? 'value' : 'point') : 'device'
  return (
    <>
      {panes.drafts.some(({ name }) => name !== panes.main) && (
        <div className={styles.drafts}>
          <LateDraftStrip
            drafts={panes.drafts}
            active={panes.active}
            inSight={panes.inSight}
            hasRoom={panes.hasRoom}
            onActivate={panes.activate}
            onBeside={panes.putBeside}
            onClose={(name) => {
              panes.close(name)
              // The link that began it is not to begin it again.
              if (name === panes.main) write({ value: undefined, ttl: undefined, timeout: undefined, kept: undefined })
            }}
            onChosen={toEditor}
          />
        </div>
      )}
      <div className={styles.control} data-stage={stage} data-panes={panes.inSight.length}>
        {!chosen && <h1 className="visually-hidden">{shell.control}</h1>}
        <ControlChoice
          selector={selector}
          chosen={chosen}
          isWaiting={isWaiting}
          isBehind={point !== '' && !hasEditor}
          onChosen={toEditor}
          pointSearch={pointSearch}
        />
        <div className={styles.editor} ref={editor}>
          <Panes
            panes={panes}
            chosen={chosen}
            isWaiting={isEditorWaiting}
            search={search}
            onFindPoint={findPoint}
            onDrawn={drawn}
          />
        </div>
        <div className={styles.history}>{isIdle && <LateOperationsPanel orgId={orgId} device={operationsOf} />}</div>
      </div>
    </>
  )
}
