/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Another where kept answers may have another shape (scripts/answer-shapes.ts). */
  readonly VITE_SHAPES?: string
}
