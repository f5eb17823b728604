import { FailuresPage } from '../features/failures/failures-page.tsx'
import { useText } from '../text/text-context.ts'

export function ErrorCodesPage() {
  const { shell } = useText()
  return (
    <>
      <title>{`${shell.errorCodes} · ${shell.productName}`}</title>
      <FailuresPage />
    </>
  )
}
