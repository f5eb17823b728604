import { useMemo } from 'react'
import type { Outbox } from '../features/set-point/release.ts'
import { useKeptWitness } from '../ui/use-kept-witness.ts'
import { useSession } from './session-context.ts'

/** Where the editor notes on this device how the release of a kept draft goes; its code comes with the first. */
export function useOutboxNotes(): Outbox {
  const [, writeWitness] = useKeptWitness()
  const { session, gateway, clockOffset } = useSession()
  return useMemo(() => {
    const notes = async () =>
      (await import('./outbox-parts.ts')).noteRelease(
        { owner: { personId: session.person.id, gatewayId: gateway.id }, writeWitness },
        clockOffset,
      )
    return {
      begin: async (id, release) => await (await notes()).begin(id, release),
      settle: (id, operation) => void notes().then(({ settle }) => settle(id, operation)),
    }
  }, [session, gateway, writeWitness, clockOffset])
}
