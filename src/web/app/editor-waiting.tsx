import { useText } from '../text/text-context.ts'
import { Card } from '../ui/card.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'

/** Stands where the editor comes as soon as its code and the point's definition are there. */
export function EditorWaiting() {
  const { point } = useText()
  return (
    <Card label={point.chooseTitle}>
      <LoadingRows count={4} />
    </Card>
  )
}
