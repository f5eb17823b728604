import { LoadingRows } from '../ui/loading-rows.tsx'

/** A page whose code is still on its way. */
export function LoadingPage() {
  return <LoadingRows count={6} />
}
