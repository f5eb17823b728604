/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Another where kept answers may have another shape (scripts/answer-shapes.ts). */
  readonly VITE_SHAPES?: string
}

/** The session call that public/early.js makes before the panel's code is there; `heardAt` in ms since the epoch. */
declare var earlySession: Promise<Response & { heardAt: number }> | undefined
