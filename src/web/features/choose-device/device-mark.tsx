import type { DeviceStatus } from '#contract/enos/device.ts'
import styles from './device-mark.module.css'

/** The state of a device as a shape: a full dot, a ring, a square, a crossed ring. The word always stands beside it. */
export function DeviceMark({ status, large = false }: { status: DeviceStatus; large?: boolean }) {
  return <span aria-hidden="true" className={`${styles.mark} ${styles[status]} ${large ? styles.large : ''}`} />
}
