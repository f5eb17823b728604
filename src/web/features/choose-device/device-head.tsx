import type { ReactNode } from 'react'
import type { Device, DeviceStatus } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { useText } from '../../text/text-context.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip, type ChipTone } from '../../ui/chip.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import styles from './device-head.module.css'
import { DeviceMark } from './device-mark.tsx'
import { useFavouriteDevices } from './remembered-devices.ts'
import { useDevicePlace } from './use-device-place.ts'

const tones: Record<DeviceStatus, ChipTone> = { online: 'ok', offline: 'plain', inactive: 'wait', disabled: 'bad' }

interface DeviceHeadProps {
  orgId: string
  treeIds: string[]
  device: Device
  /** False where the look-ups do not know it: only its ids are shown. */
  known: boolean
  /** How many commands wait for it, and the way to them. */
  queue: ReactNode
  /** Opens the list where there is no room for it beside. */
  onChange: () => void
  /** Opens the way by a code on a cabinet, likewise. */
  onScan: () => void
}

/** Which device all of this is about: its name, place, ids and state. */
export function DeviceHead({ orgId, treeIds, device, known, queue, onChange, onScan }: DeviceHeadProps) {
  const { device: text, enosLocale } = useText()
  const { favourites, toggle } = useFavouriteDevices(orgId)
  const { status, lastOfflineTime, assetId, productKey, deviceKey } = device
  const favourite = favourites.includes(assetId)
  const place = useDevicePlace(orgId, treeIds, device)
  const ids = productKey ? text.ids(productKey, deviceKey) : assetId
  return (
    <div className={styles.head}>
      {known && <DeviceMark status={status} large />}
      <div className={styles.words}>
        <h1 className={styles.name}>{localText(device.deviceName, enosLocale) || deviceKey || assetId}</h1>
        <div className={styles.details}>
          {place && <span>{place} ·</span>}
          <span className={styles.ids}>
            <span className="mono">{ids}</span>
            <CopyButton text={ids} what={text.idsWhat} />
          </span>
        </div>
      </div>
      <div className={styles.state}>
        {known ? (
          <Chip tone={tones[status]} icon={null}>
            <DeviceMark status={status} />
            {text.status[status]}
            {status === 'offline' && lastOfflineTime > 0 && (
              <>
                {' · '}
                <Age time={lastOfflineTime} bare />
              </>
            )}
          </Chip>
        ) : (
          <Chip tone="wait" icon="warning" title={text.unlistedHelp}>
            {text.unlisted}
          </Chip>
        )}
        {queue}
        {known && (
          <Button
            kind="quiet"
            icon="star"
            iconFilled={favourite}
            aria-pressed={favourite}
            label={text.favourite}
            onClick={() => toggle(assetId)}
          />
        )}
        <div className={styles.ways}>
          <Button icon="scan" label={text.scan} onClick={onScan} />
          <Button onClick={onChange}>{text.change}</Button>
        </div>
      </div>
    </div>
  )
}
