import type { QueryClient } from '@tanstack/react-query'
import type { Operation } from '#contract/panel/operation.ts'
import { loadDraft } from '../features/set-point/draft-store.ts'
import type { Moment } from './good-moment.ts'

/** What every name of a draft begins with (features/set-point/draft-store.ts). */
const draftNames = 'setpoint.draft:'

const isDraft = (name: string): boolean => {
  if (!name.startsWith(draftNames)) return false
  const draft = loadDraft(sessionStorage, name)
  return draft?.touched === true && draft.sent === null
}

const operationsHeld = (client: QueryClient): Operation[] => [
  ...client
    .getQueriesData<{ pages: { items: Operation[] }[] }>({ queryKey: ['operations'] })
    .flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? []),
  ...client.getQueriesData<Operation>({ queryKey: ['operation'] }).flatMap(([, operation]) => operation ?? []),
]

/**
 * What the person of this tab is at.
 * @param touchedAt when they touched it last, ms since the epoch; null for not yet.
 */
export const presentMoment = (client: QueryClient, personId: string, touchedAt: number | null): Moment => ({
  drafts: Object.keys(sessionStorage).filter(isDraft).length,
  isWaiting: operationsHeld(client).some((one) => one.outcome === 'waiting' && one.personId === personId),
  isAsked: document.querySelector('dialog[open]') !== null,
  sinceTouch: touchedAt === null ? null : Date.now() - touchedAt,
  isVisible: document.visibilityState === 'visible',
})
