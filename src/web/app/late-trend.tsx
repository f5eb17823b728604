import type { EditorTrendProps } from '../features/trend/editor-trend.tsx'
import type { OperationTrendProps } from '../features/trend/operation-trend.tsx'
import { type LatePart, latePart } from './late-part.tsx'

/** Plots: asked for when there is something to draw, and missed by nobody where their code does not come. */
export const LateOperationTrend: LatePart<OperationTrendProps> = latePart({
  name: 'operation-trend',
  load: async () => (await import('../features/trend/trend-parts.ts')).trendParts.OperationTrend,
  needsLateWords: true,
  isUnseen: true,
})
export const LateEditorTrend: LatePart<EditorTrendProps> = latePart({
  name: 'editor-trend',
  load: async () => (await import('../features/trend/trend-parts.ts')).trendParts.EditorTrend,
  needsLateWords: true,
  isUnseen: true,
})
