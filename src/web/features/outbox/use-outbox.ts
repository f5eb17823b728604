import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OutboxOwner } from '../../api/outbox-draft.ts'
import { type OutboxContent, outboxStore } from '../../api/outbox-store.ts'
import { useKeptWitness } from '../../ui/use-kept-witness.ts'

const nothing: OutboxContent = { own: [], ofOthers: 0, elsewhere: 0 }

/** What is kept on this device of the person who looks, the same in every tab. */
export function useOutbox(owner: OutboxOwner) {
  const [witness, writeWitness] = useKeptWitness()
  const query = useQuery({
    // The mark changes with every change, in whichever tab.
    queryKey: ['outbox', owner.gatewayId, owner.personId, witness.mark],
    queryFn: () => outboxStore.list(owner),
    retry: false,
    placeholderData: keepPreviousData,
  })
  const place = useMemo(() => ({ owner, writeWitness }), [owner, writeWitness])
  return {
    content: query.data ?? nothing,
    isPending: query.isPending,
    isUnreadable: query.isError,
    /** How many are gone though nobody here has deleted them. */
    gone:
      query.isSuccess && !query.isPlaceholderData && !query.isFetching && !witness.isChanging
        ? Math.max(0, witness.count - query.data.own.length)
        : 0,
    witness,
    place,
  }
}
