import type { AnchorHTMLAttributes, Ref } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { useText } from '../../text/text-context.ts'
import { Age } from '../../ui/age.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { DeviceMark } from './device-mark.tsx'
import styles from './device-row.module.css'
import { MarkedName } from './marked-name.tsx'

interface DeviceRowProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  device: Device
  href: string
  chosen: boolean
  favourite: boolean
  /** Where it is and what it is, e.g. "Wind farm A", "EN-156/3.3"; empty ones are left out. */
  details: string[]
  depth: number
  /** Names of the rows around it. */
  near: readonly string[]
  ref?: Ref<HTMLAnchorElement>
}

/** One device to choose. Its name is never cut: look-alikes must be told apart. */
export function DeviceRow({ device, href, chosen, favourite, details, depth, near, ...link }: DeviceRowProps) {
  const { device: text, enosLocale } = useText()
  const { status, lastOfflineTime } = device
  const offlineSince = status === 'offline' ? lastOfflineTime : 0
  const known = details.filter((detail) => detail !== '').join(' · ')
  return (
    <Link
      {...link}
      href={href}
      className={styles.row}
      aria-current={chosen ? 'true' : undefined}
      style={{ '--depth': depth }}
    >
      <DeviceMark status={status} />
      <span className={styles.words}>
        <b className={styles.name}>
          <MarkedName name={localText(device.deviceName, enosLocale) || device.deviceKey} near={near} />
        </b>
        <small className={styles.details}>
          {known}
          {status === 'online' ? (
            <span className="visually-hidden"> · {text.statusInline.online}</span>
          ) : (
            <>
              {known && ' · '}
              {text.statusInline[status]} {offlineSince > 0 && <Age time={offlineSince} bare />}
            </>
          )}
        </small>
      </span>
      {favourite && <Icon name="star" filled label={text.favourite} className={styles.star} />}
    </Link>
  )
}
