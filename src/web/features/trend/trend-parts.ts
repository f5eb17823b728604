import { EditorTrend } from './editor-trend.tsx'
import { OperationTrend } from './operation-trend.tsx'

/** All that draws plots, in one chunk. */
export const trendParts = { EditorTrend, OperationTrend }
