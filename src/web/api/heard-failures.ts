import type { FailureName } from '#contract/enos/failures.ts'

const eventName = 'setpoint:failure'

/** Every failed call is told here, whoever made it: some say more about the session or the gateway than about the call. */
export const tellFailure = (failure: FailureName): void => {
  dispatchEvent(new CustomEvent<FailureName>(eventName, { detail: failure }))
}

/** @returns stops listening. */
export function onFailure(listener: (failure: FailureName) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<FailureName>).detail)
  addEventListener(eventName, hear)
  return () => removeEventListener(eventName, hear)
}
