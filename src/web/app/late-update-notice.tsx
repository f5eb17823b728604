import type { ComponentProps } from 'react'
import { type LatePart, latePart } from './late-part.tsx'
import type { UpdateNotice } from './update-notice.tsx'

export const LateUpdateNotice: LatePart<ComponentProps<typeof UpdateNotice>> = latePart({
  name: 'update-notice',
  load: async () => (await import('./update-notice.tsx')).UpdateNotice,
  needsLateWords: true,
})
