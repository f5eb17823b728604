import { ChoosePoint } from '../features/choose-point/choose-point.tsx'
import { OperationsPanel } from '../features/operations/operations-panel.tsx'
import { SetPoint } from '../features/set-point/set-point.tsx'

/** What the first drawing of the control screen can do without: one file, so that it is one chunk. */
export const controlParts = { ChoosePoint, OperationsPanel, SetPoint }
