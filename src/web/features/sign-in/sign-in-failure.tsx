import { Failure } from '#contract/enos/failure.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import { useText } from '../../text/text-context.ts'
import { Notice } from '../../ui/notice.tsx'

/** Why signing in did not work out, and what to do, in the words of the failure table. */
export function SignInFailure({ error }: { error: Error | FailureName }) {
  const { account, failures, shell } = useText()
  const name = typeof error === 'string' ? error : error instanceof Failure ? error.failure : null
  const words = name && failures[name]
  return (
    <Notice tone="bad" role="alert" title={words ? words.title : account.notSignedInTitle}>
      {words ? `${words.what} ${words.next}` : shell.crashed}
    </Notice>
  )
}
