import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { ChooseDevice } from '../features/choose-device/choose-device.tsx'
import { DeviceHead } from '../features/choose-device/device-head.tsx'
import { useRecentDevices } from '../features/choose-device/remembered-devices.ts'
import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Card } from '../ui/card.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useIdle } from '../ui/use-idle.ts'
import { selectorOf } from './chosen-device.ts'
import styles from './control-page.module.css'
import { controlAddress } from './control-search.ts'
import {
  fetchControlParts,
  LateChoosePoint,
  LateDeviceQueue,
  LateDraftStrip,
  LateOperationsPanel,
  LateQueue,
  LateScan,
  LateUnlistedDevice,
} from './late-parts.tsx'
import { Panes } from './panes.tsx'
import { useSession } from './session-context.ts'
import { useChosenDevice } from './use-chosen-device.ts'
import { useControlSearch } from './use-control-search.ts'
import { useListSeen } from './use-list-seen.ts'
import { usePanes } from './use-panes.ts'

/** Where the editor stands below the points instead of beside them; see control-page.module.css. */
const oneColumn = '(max-width: 56.1875em)'
const calm = '(prefers-reduced-motion: reduce)'

/** The control screen: which device, which point, which value, and what came of it. */
export function ControlPage() {
  const { device: text, point: pointText, shell } = useText()
  const { session, gateway } = useSession()
  const { orgId, treeIds } = gateway
  const [search, write] = useControlSearch()
  const client = useQueryClient()
  const isIdle = useIdle()
  const { asset, pk, dk, point = '', q = '', pq = '' } = search
  const selector = useMemo(() => selectorOf({ asset, pk, dk }), [asset, pk, dk])
  const chosen = useChosenDevice(orgId, selector)
  const panes = usePanes(orgId, chosen, point)
  const { visit } = useRecentDevices(orgId)
  const [changing, setChanging] = useState(false)
  const [scanning, setScanning] = useState(false)
  const pointSearch = useRef<HTMLInputElement>(null)
  const editor = useRef<HTMLDivElement>(null)

  useEffect(() => fetchControlParts(client), [client])
  const assetId = chosen?.known ? chosen.device.assetId : ''
  // First the name of another device, then its points and its editor, in pieces.
  const named = chosen ? `${Object.values(selector ?? {})}` : ''
  const isWaiting = useDeferredValue(named, '') !== named
  const edited = `${named} ${point}`
  const isEditorWaiting = useDeferredValue(edited, '') !== edited
  const isListSeen = useListSeen(selector !== null)
  useEffect(() => {
    if (assetId) visit(assetId)
  }, [assetId, visit])

  const toEditor = () => {
    if (matchMedia(oneColumn).matches)
      editor.current?.scrollIntoView({ behavior: matchMedia(calm).matches ? 'instant' : 'smooth' })
  }
  const startScan = () => {
    setChanging(false)
    setScanning(true)
  }
  const chooseDevice = {
    orgId,
    treeIds,
    chosen: assetId,
    search: q,
    onSearch: (typed: string) => write({ q: typed }),
    hrefOf: (device: { assetId?: string | undefined }) => controlAddress({ asset: device.assetId, q, all: search.all }),
    onChoose: () => setChanging(false),
    onScan: startScan,
  }
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
        <Card label={text.title} className={styles.devices}>
          {isListSeen && <ChooseDevice {...chooseDevice} />}
        </Card>
        <Card label={pointText.title} className={styles.points}>
          {!selector && (
            <Blank icon="sliders" title={text.chooseTitle}>
              {text.choose}
            </Blank>
          )}
          {selector && !chosen && <LoadingRows count={6} />}
          {chosen && (
            <DeviceHead
              orgId={orgId}
              treeIds={treeIds}
              device={chosen.device}
              known={chosen.known}
              queue={
                isIdle && (
                  <LateDeviceQueue key={`${assetId} ${pk} ${dk}`} device={chosen.device} QueueDialog={LateQueue} />
                )
              }
              onChange={() => setChanging(true)}
              onScan={startScan}
            />
          )}
          {chosen?.known && isWaiting && <LoadingRows count={6} />}
          {chosen?.known && !isWaiting && (
            <LateChoosePoint
              key={chosen.device.assetId}
              orgId={orgId}
              device={chosen.device}
              chosen={point}
              search={pq}
              onSearch={(typed) => write({ pq: typed })}
              all={search.all === '1'}
              onAll={(all) => write({ all: all ? '1' : undefined })}
              hrefOf={(pointId) => controlAddress({ asset, pk, dk, point: pointId, q, pq, all: search.all })}
              onChoose={toEditor}
              searchRef={pointSearch}
            />
          )}
          {chosen?.error && <LateUnlistedDevice error={chosen.error} />}
        </Card>
        <div className={styles.editor} ref={editor}>
          <Panes
            panes={panes}
            chosen={chosen}
            isWaiting={isEditorWaiting}
            search={search}
            onFindPoint={() => pointSearch.current?.focus()}
          />
        </div>
        <div className={styles.history}>
          {isIdle && <LateOperationsPanel orgId={orgId} device={assetId ? { assetId } : selector} />}
        </div>
        {changing && (
          <Sheet title={text.changeTitle} onClose={() => setChanging(false)}>
            <ChooseDevice {...chooseDevice} />
          </Sheet>
        )}
        {scanning && (
          <Sheet title={text.scan} onClose={() => setScanning(false)}>
            <LateScan gateway={gateway} gateways={session.gateways} onOpened={() => setScanning(false)} />
          </Sheet>
        )}
      </div>
    </>
  )
}
