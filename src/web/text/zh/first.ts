import type { FirstText } from '../language.ts'
import { device } from './device.ts'
import { permission } from './permission.ts'
import { point } from './point.ts'
import { setPoint } from './set-point.ts'
import { shell } from './shell.ts'

/** What the control screen says. */
export const first: FirstText = {
  /** Simplified characters as they are written in China; fonts follow it too. */
  locale: 'zh-CN',
  enosLocale: 'zh_CN',
  shell,
  device,
  point,
  setPoint,
  permission,
}
