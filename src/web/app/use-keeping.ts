import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keepAnswers } from '../api/keep-answers.ts'
import { restoreAnswers } from '../api/restore-answers.ts'
import { stampOperations } from '../api/stamp-operations.ts'
import { useConnected } from '../ui/use-connected.ts'
import { createOwnStore } from './own-store.ts'
import { useSession } from './session-context.ts'
import { useSessionEnd } from './session-end-context.ts'
import { useTakeAlong } from './use-take-along.ts'

/**
 * Keeps what the person reads at this gateway for as long as the server knows them, and while it is lost gives back what
 * was kept of what the page does not hold.
 */
export function useKeeping(): void {
  const client = useQueryClient()
  const { session, gateway, keptAt } = useSession()
  const { hasEnded } = useSessionEnd()
  const isLost = useConnected() === 'lost'
  const personId = session.person.id
  const gatewayId = gateway.id
  const isKnown = keptAt === null && !hasEnded
  const [hasBegun, setBegun] = useState(false)

  useEffect(() => {
    if (!isKnown) return
    const store = createOwnStore()
    const answeredAt = client.getQueryState(['session'])?.dataUpdatedAt ?? Date.now()
    let stop: (() => void) | undefined
    let isOver = false
    const begin = async () => {
      await store.begin(session, answeredAt)
      if (isOver) return
      stop = keepAnswers(client, store, { personId, gatewayId })
      setBegun(true)
    }
    // A browser that keeps nothing is no trouble as long as there is a network.
    begin().catch(() => {})
    return () => {
      isOver = true
      stop?.()
      void store.close()
    }
  }, [client, session, personId, gatewayId, isKnown])

  useEffect(() => {
    if (!isLost || !isKnown) return
    stampOperations(client)
    const store = createOwnStore()
    let takeBack: (() => void) | undefined
    let isOver = false
    const restore = async () => {
      const answers = await store.answers(personId, gatewayId)
      if (!isOver) takeBack = restoreAnswers(client, answers).takeBack
    }
    restore().catch(() => {})
    return () => {
      isOver = true
      takeBack?.()
      void store.close()
    }
  }, [client, personId, gatewayId, isLost, isKnown])

  useTakeAlong(hasBegun && isKnown && !isLost)
}
