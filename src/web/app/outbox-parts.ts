import { noteRelease } from '../features/outbox/note-release.ts'
import { KeptPage } from './kept-page.tsx'
import { OwnOutboxLink, OwnOutboxNotice, OwnRelease } from './own-outbox.tsx'

/** All of the drafts that are kept on this device, in one chunk: fetched when there is one, or a draft is begun. */
export const outboxParts = { KeptPage, OwnOutboxLink, OwnOutboxNotice, OwnRelease }
export { noteRelease }
