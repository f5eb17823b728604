import { LateUpdateNotice } from './late-update-notice.tsx'
import { useKeeping } from './use-keeping.ts'
import { useUpdate } from './use-update.ts'

/** What the panel does so that it opens and can be read without a network. Shows only what there is to say of it. */
export function Offline() {
  useKeeping()
  const update = useUpdate()
  return update.phase === 'none' ? null : <LateUpdateNotice {...update} />
}
