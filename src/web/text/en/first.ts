import { device } from './device.ts'
import { permission } from './permission.ts'
import { point } from './point.ts'
import { setPoint } from './set-point.ts'
import { shell } from './shell.ts'

/** What the control screen says. */
export const first = {
  /** BCP 47, for numbers and dates. */
  locale: 'en',
  /** EnOS's name of it, for names of devices and points. */
  enosLocale: 'en_US',
  shell,
  device,
  point,
  setPoint,
  permission,
}
