import { createKeptStore, type KeptStore } from '../api/kept-store.ts'

/** What answers look like: by what the panel is built from (scripts/answer-shapes.ts). */
export const createOwnStore = (): KeptStore => createKeptStore(import.meta.env.VITE_SHAPES ?? '')
