import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'
import type { CameraProblem } from './use-camera.ts'

/** Why there is no picture, and what can be done instead. */
export function CameraNotice({ problem }: { problem: CameraProblem }) {
  const { scan } = useText()
  const titles: Record<CameraProblem, string> = {
    insecure: scan.insecureTitle,
    refused: scan.refusedTitle,
    none: scan.noneTitle,
    busy: scan.busyTitle,
  }
  return (
    <Notice tone="wait" title={titles[problem]} role="status">
      {scan[problem]}
    </Notice>
  )
}
