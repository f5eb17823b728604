import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as z from 'zod/mini'

/** For every tab of this browser and for good, or for this tab alone. */
type StorageName = 'localStorage' | 'sessionStorage'

const read = (storage: StorageName, key: string): string | null => {
  try {
    return window[storage].getItem(key)
  } catch {
    // Storage may be switched off in the browser; then nothing is remembered.
    return null
  }
}

const write = (storage: StorageName, key: string, text: string): void => {
  try {
    window[storage].setItem(key, text)
  } catch {
    return
  }
}

const parse = <T>(schema: z.ZodMiniType<T, unknown>, text: string | null, fallback: T): T => {
  try {
    return text === null ? fallback : schema.parse(JSON.parse(text))
  } catch {
    return fallback
  }
}

/** The browser tells other tabs of a change by itself, this one by us. */
const changed = 'setpoint:stored'

/**
 * Something this browser remembers, the same in every tab; or, in the session storage, something of this tab.
 * @param schema what was stored, perhaps by another version, is read with it; what does not fit counts as absent.
 * @param fallback must be the same object each time.
 */
export function useStored<T>(
  key: string,
  schema: z.ZodMiniType<T, unknown>,
  fallback: T,
  storage: StorageName = 'localStorage',
) {
  const subscribe = useCallback((listener: () => void) => {
    addEventListener('storage', listener)
    addEventListener(changed, listener)
    return () => {
      removeEventListener('storage', listener)
      removeEventListener(changed, listener)
    }
  }, [])
  const text = useSyncExternalStore(subscribe, () => read(storage, key))
  const value = useMemo(() => parse(schema, text, fallback), [schema, text, fallback])
  const change = useCallback(
    (next: (before: T) => T) => {
      write(storage, key, JSON.stringify(next(parse(schema, read(storage, key), fallback))))
      dispatchEvent(new Event(changed))
    },
    [storage, key, schema, fallback],
  )
  return [value, change] as const
}
