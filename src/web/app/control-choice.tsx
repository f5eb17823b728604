import { memo, type Ref, useState } from 'react'
import type { DeviceSelector } from '#contract/enos/device.ts'
import { ChooseDevice } from '../features/choose-device/choose-device.tsx'
import { DeviceHead } from '../features/choose-device/device-head.tsx'
import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Card } from '../ui/card.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { useIdle } from '../ui/use-idle.ts'
import styles from './control-page.module.css'
import { controlAddress } from './control-search.ts'
import { LateChoosePoint, LateDeviceQueue, LateQueue, LateScan, LateSheet, LateUnlistedDevice } from './late-parts.tsx'
import { useSession } from './session-context.ts'
import type { ChosenDevice } from './use-chosen-device.ts'
import { useControlSearch } from './use-control-search.ts'
import { useListSeen } from './use-list-seen.ts'

interface ControlChoiceProps {
  selector: DeviceSelector | null
  chosen: ChosenDevice | null
  /** Its points wait a moment. */
  isWaiting: boolean
  /** Something else is to be drawn before the list of devices. */
  isBehind: boolean
  /** After a point was chosen, perhaps the same again. */
  onChosen: () => void
  pointSearch: Ref<HTMLInputElement>
}

/** Which device, which point. The page around it is drawn with every key in an editor, this is not. */
export const ControlChoice = memo((props: ControlChoiceProps) => {
  const { selector, chosen, isWaiting, isBehind, onChosen, pointSearch } = props
  const { device: text, point: pointText } = useText()
  const { session, gateway } = useSession()
  const { orgId, treeIds } = gateway
  const [{ asset, pk, dk, point = '', q = '', pq = '', all }, write] = useControlSearch()
  const isIdle = useIdle()
  const list = useListSeen(selector !== null, isBehind)
  const [changing, setChanging] = useState(false)
  const [scanning, setScanning] = useState(false)
  const startScan = () => {
    setChanging(false)
    setScanning(true)
  }
  const chooseDevice = {
    orgId,
    treeIds,
    chosen: chosen?.known ? chosen.device.assetId : '',
    search: q,
    onSearch: (typed: string) => write({ q: typed }),
    hrefOf: (device: DeviceSelector) => controlAddress({ asset: device.assetId, q, all }),
    onChoose: () => setChanging(false),
    onScan: startScan,
  }
  return (
    <>
      <Card label={text.title} className={styles.devices}>
        {list.isSeen && <ChooseDevice {...chooseDevice} isDue={list.isDue} />}
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
                <LateDeviceQueue
                  key={`${chosen.known && chosen.device.assetId} ${pk} ${dk}`}
                  device={chosen.device}
                  QueueDialog={LateQueue}
                />
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
            all={all === '1'}
            onAll={(isAll) => write({ all: isAll ? '1' : undefined })}
            hrefOf={(pointId) => controlAddress({ asset, pk, dk, point: pointId, q, pq, all })}
            onChoose={onChosen}
            searchRef={pointSearch}
          />
        )}
        {chosen?.error && <LateUnlistedDevice error={chosen.error} />}
      </Card>
      {changing && (
        <LateSheet title={text.changeTitle} onClose={() => setChanging(false)}>
          <ChooseDevice {...chooseDevice} isDue />
        </LateSheet>
      )}
      {scanning && (
        <LateSheet title={text.scan} onClose={() => setScanning(false)}>
          <LateScan gateway={gateway} gateways={session.gateways} onOpened={() => setScanning(false)} />
        </LateSheet>
      )}
    </>
  )
})
