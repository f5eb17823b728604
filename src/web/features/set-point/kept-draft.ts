import type { Draft } from '#contract/value/data-type.ts'
import { type ExactJson, stringifyExact } from '#contract/value/exact.ts'
import { draftOfLink, draftOfValue, startDraft } from '../../fields/start-draft.ts'
import type { StoredDraft } from './draft-store.ts'
import type { Target } from './target.ts'

/** What a link asks for, or a draft that was kept; nothing of it is ever sent by itself. */
export interface Prefill {
  /** Exact JSON or typed text. */
  value?: string | undefined
  /** Seconds (pendingTtl); 0 is "now". */
  ttl?: number | undefined
  /** Seconds. */
  timeout?: number | undefined
  /** Makes the kept draft of an empty one; then nothing else counts. */
  release?: ((empty: StoredDraft) => StoredDraft) | undefined
}

const defaultKeep = 3600
const defaultTimeout = 30

/** The same link gives the same text; empty for a link that asks for nothing. */
export const linkText = ({ value, ttl, timeout }: Prefill): string =>
  value === undefined && ttl === undefined && timeout === undefined ? '' : JSON.stringify([value, ttl, timeout])

/** A draft that nobody has touched. */
export function freshDraft(target: Target, prefill: Prefill, present: ExactJson | undefined, key: string): StoredDraft {
  const { point } = target
  const { value, ttl, timeout, release } = prefill
  const draft: StoredDraft = {
    form: {
      draft: value === undefined ? startDraft(point, present) : draftOfLink(point, value),
      way: ttl ? 'online' : 'now',
      timeout: String(timeout ?? defaultTimeout),
      keep: String(ttl || defaultKeep),
    },
    touched: value !== undefined,
    idempotencyKey: key,
    usedFor: '',
    link: linkText(prefill),
    reason: '',
    expectedValue: '',
    releases: '',
    begunWith: value === undefined || present === undefined ? null : stringifyExact(present),
    sent: null,
  }
  return release ? release(draft) : draft
}

/** A kept draft comes back, unless a person has followed another link since, or it fits the point no more. */
export function draftToOpen(kept: StoredDraft | null, fresh: StoredDraft): StoredDraft {
  if (!kept) return fresh
  const isOtherLink = fresh.link !== '' && fresh.link !== kept.link && !kept.sent
  return isOtherLink || !fits(kept.form.draft, fresh.form.draft) ? fresh : kept
}

/** Whether a draft is still what its link filled in. */
export const isFromLink = ({ point }: Target, { value }: Prefill, { form }: StoredDraft): boolean =>
  value !== undefined && JSON.stringify(form.draft) === JSON.stringify(draftOfLink(point, value))

/** A text fits where a text is held, and where JSON text may stand for a struct. */
const fits = (kept: Draft, fresh: Draft): boolean =>
  Array.isArray(kept) === Array.isArray(fresh) && (typeof kept === 'string' || typeof fresh !== 'string')

/** The same draft begun anew from what the device reports now. */
export const fromPresent = (target: Target, present: ExactJson): Draft => draftOfValue(target.point, present)
