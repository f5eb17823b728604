import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'
import { mostOpenDrafts } from './open-draft.ts'

/** Why no other draft is begun here. */
export function DraftsFull() {
  const { drafts: text } = useText()
  return (
    <Notice icon="info" title={text.fullTitle(mostOpenDrafts)}>
      {text.full}
    </Notice>
  )
}
