import { ChoosePoint } from '../features/choose-point/choose-point.tsx'
import { SetPoint } from '../features/set-point/set-point.tsx'

/** What the first drawing of the control screen can do without, up to where a value can be typed. */
export const controlParts = { ChoosePoint, SetPoint }
