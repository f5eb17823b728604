import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'

/** Stands at every button that would send, for as long as the server cannot be reached. */
export function NoNetwork({ className }: { className?: string | undefined }) {
  const { setPoint } = useText()
  return (
    <Notice tone="bad" icon="offline" role="status" className={className}>
      {setPoint.noNetwork}
    </Notice>
  )
}
