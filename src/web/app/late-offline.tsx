import { latePart } from './late-part.tsx'

/** Keeps what is read, gives it back without a network, and takes a new version of the panel at a good moment. */
export const LateOffline = latePart({
  name: 'offline',
  load: async () => (await import('./offline-parts.ts')).offlineParts.Offline,
  isUnseen: true,
})
