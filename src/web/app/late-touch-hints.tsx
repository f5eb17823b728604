import { latePart } from './late-part.tsx'

/** Only where fingers point. */
export const LateTouchHints = latePart({
  name: 'touch-hints',
  isUnseen: true,
  load: async () => (await import('./touch-hints.tsx')).TouchHints,
})
