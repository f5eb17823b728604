import { vi } from 'vitest'

/** Waits until `check` no longer throws; a busy machine takes longer to get there. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000, interval: 10 })
