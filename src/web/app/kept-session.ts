import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { KeptStore } from '../api/kept-store.ts'
import { sessionQuery } from '../api/queries.ts'
import { restoreAnswers } from '../api/restore-answers.ts'
import { chooseGateway } from './gateway-choice.ts'
import { type KeptStart, keptStartKey } from './kept-start.ts'
import { createOwnStore } from './own-store.ts'

async function once<T>(step: (store: KeptStore) => Promise<T>): Promise<T> {
  const store = createOwnStore()
  try {
    return await step(store)
  } finally {
    await store.close()
  }
}

/**
 * Lets the panel begin with what was kept of the last person at the gateway that the address means.
 * @returns null where nothing is kept that may be shown.
 */
export const openKept = (client: QueryClient, path: string): Promise<KeptStart | null> =>
  once(async (store) => {
    const kept = await store.session(Date.now())
    if (!kept) return null
    const { session, answeredAt, heardAt } = kept
    const choice = chooseGateway(session.gateways, path)
    const gatewayId = choice && choice.kind !== 'unknown' ? choice.gateway.id : ''
    const { takeBack } = restoreAnswers(client, await store.answers(session.person.id, gatewayId))
    const start: KeptStart = { session, heardAt, takeBack }
    // Both at once: a session that was kept must not pass for an answer for a moment.
    notifyManager.batch(() => {
      client.setQueryData(keptStartKey, start)
      client.setQueryData(sessionQuery().queryKey, session, { updatedAt: answeredAt })
    })
    return start
  })

/** The server has said that nobody is signed in. */
export const hideKept = (): Promise<void> => once((store) => store.hide())

/** The person signs out. */
export const forgetKept = (): Promise<void> => once((store) => store.forget())
