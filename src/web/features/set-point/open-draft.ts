import * as z from 'zod/mini'
import { stringI18nSchema } from '#contract/enos/string-i18n.ts'
import { outcomes } from '#contract/panel/operation.ts'

/**
 * `empty`: nothing was begun, its editor only stands beside. `draft`: nothing of it was sent. The others are what became
 * of it; a send that is on its way is `waiting`.
 */
const states = ['empty', 'draft', ...outcomes] as const
export type OpenDraftState = (typeof states)[number]

/** A draft that was begun in this tab and not put away, with what tells it from the others. */
const openDraftSchema = z.object({
  /** Its own among all: {@link draftNameOf} its target. */
  name: z.string(),
  /** The device's ids: what is empty is not known. */
  assetId: z.string(),
  productKey: z.string(),
  deviceKey: z.string(),
  measurepointId: z.string(),
  deviceName: stringI18nSchema,
  pointName: stringI18nSchema,
  /** As a person reads it, with its unit; empty while it cannot be read. */
  value: z.string(),
  state: z.enum(states),
  /** When it was asked to stand beside the chosen one, ms since the epoch; 0 for not. */
  besideSince: z.number(),
})
export type OpenDraft = z.infer<typeof openDraftSchema>
export const openDraftsSchema = z.array(openDraftSchema)

export const mostOpenDrafts = 8

/** Nothing is lost when it leaves the list: its send is on record, and the editor still has its values. */
const canGiveWay = ({ state }: OpenDraft): boolean => state !== 'draft' && state !== 'waiting' && state !== 'unknown'

/** What it became may still change: its editor goes on though it is not looked at. */
export const isFollowed = ({ state }: OpenDraft): boolean =>
  state === 'waiting' || state === 'queued' || state === 'unknown'

/** Whether no other draft can be begun before one is closed. */
export const isFull = (drafts: readonly OpenDraft[], name: string): boolean =>
  drafts.length >= mostOpenDrafts && !drafts.some((draft) => draft.name === name || canGiveWay(draft))

/** With a draft as it is now, in its old place or the last; where there is no more room, the oldest that can gives way. */
export function withDraft(drafts: OpenDraft[], draft: Omit<OpenDraft, 'besideSince'>): OpenDraft[] {
  if (drafts.some(({ name }) => name === draft.name)) {
    return drafts.map((before) => (before.name === draft.name ? { ...draft, besideSince: before.besideSince } : before))
  }
  const yielding = drafts.length >= mostOpenDrafts ? drafts.find(canGiveWay) : undefined
  return [...drafts.filter((one) => one !== yielding), { ...draft, besideSince: 0 }]
}

export const withoutDraft = (drafts: OpenDraft[], name: string): OpenDraft[] =>
  drafts.filter((draft) => draft.name !== name)

/** After what was written was put away: an editor that stands beside stands there on, for another value. */
export const withEmptied = (drafts: OpenDraft[], name: string): OpenDraft[] =>
  drafts
    .filter((draft) => draft.name !== name || draft.besideSince > 0)
    .map((draft) => (draft.name === name ? { ...draft, value: '', state: 'empty' } : draft))

/** @param since ms since the epoch; 0 puts it back. */
export const withBeside = (drafts: OpenDraft[], name: string, since: number): OpenDraft[] =>
  drafts
    .filter((draft) => draft.name !== name || since > 0 || draft.state !== 'empty')
    .map((draft) => (draft.name === name ? { ...draft, besideSince: since } : draft))

/** Where an editor stands: it is of the chosen point, beside that one, or out of sight and followed. */
export type PanePlace = 'main' | 'beside' | 'hidden'

/**
 * The drafts whose editors are at work besides the chosen one's, in their order.
 * @param room how many can stand beside it; of more, those that were put there last do.
 */
export function panesOf(
  drafts: readonly OpenDraft[],
  main: string,
  room: number,
): { draft: OpenDraft; place: PanePlace }[] {
  const others = drafts.filter(({ name }) => name !== main)
  const wanted = others.filter(({ besideSince }) => besideSince > 0).toSorted((a, b) => b.besideSince - a.besideSince)
  const beside = new Set(wanted.slice(0, room))
  return others
    .filter((draft) => beside.has(draft) || isFollowed(draft))
    .map((draft) => ({ draft, place: beside.has(draft) ? 'beside' : 'hidden' }))
}
