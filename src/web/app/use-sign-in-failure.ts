import { useEffect, useState } from 'react'
import { type FailureName, failures } from '#contract/enos/failures.ts'

const parameter = 'signIn'

/** The failure with which the way back from the identity provider ended, by its name in the address. */
export function signInFailureOf(search: string): FailureName | null {
  const name = new URLSearchParams(search).get(parameter)
  return name !== null && Object.hasOwn(failures, name) ? (name as FailureName) : null
}

/** Told once: it does not stay in the address, where a reload or a link would tell it again. */
export function useSignInFailure() {
  const [failure, setFailure] = useState(() => signInFailureOf(location.search))
  useEffect(() => {
    const url = new URL(location.href)
    if (!url.searchParams.has(parameter)) return
    url.searchParams.delete(parameter)
    history.replaceState(history.state, '', url)
  }, [])
  return [failure, () => setFailure(null)] as const
}
