import { lazy } from 'react'

const loadPoints = () => import('../features/choose-point/choose-point.tsx')
const loadEditor = () => import('../features/set-point/set-point.tsx')
const loadOperations = () => import('../features/operations/operations-panel.tsx')

/*
 * What the first screen can do without arrives after it. It is fetched at once all the same: in the field the network
 * may be gone by the time a point is chosen.
 */
export const LateChoosePoint = lazy(() => loadPoints().then(({ ChoosePoint }) => ({ default: ChoosePoint })))
export const LateSetPoint = lazy(() => loadEditor().then(({ SetPoint }) => ({ default: SetPoint })))
export const LateOperationsPanel = lazy(() =>
  loadOperations().then(({ OperationsPanel }) => ({ default: OperationsPanel })),
)

export const fetchLateParts = (): void => {
  void Promise.allSettled([loadPoints(), loadEditor(), loadOperations()])
}
