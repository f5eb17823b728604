import { FailuresPage } from '../features/failures/failures-page.tsx'
import { useText } from '../text/text-context.ts'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { useHasFailureWords } from './words.tsx'

export function ErrorCodesPage() {
  const { shell, failures } = useText()
  // The look at them is what fetches them.
  const isReady = useHasFailureWords() && failures
  return (
    <>
      <title>{`${shell.errorCodes} · ${shell.productName}`}</title>
      {isReady ? <FailuresPage /> : <LoadingRows count={6} />}
    </>
  )
}
