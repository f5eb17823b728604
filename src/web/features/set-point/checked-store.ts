import * as z from 'zod/mini'
import type { DraftStorage } from './draft-store.ts'

const name = 'setpoint.checked'
/** Older ones have long been followed by other commands. */
const most = 200

/** Ids of operations with an unknown outcome that a person at this browser says to have checked. */
export function loadChecked(storage: DraftStorage): ReadonlySet<string> {
  try {
    return new Set(z.array(z.string()).safeParse(JSON.parse(storage.getItem(name) ?? '[]')).data ?? [])
  } catch {
    return new Set()
  }
}

export function saveChecked(storage: DraftStorage, checked: ReadonlySet<string>): void {
  try {
    storage.setItem(name, JSON.stringify([...checked].slice(-most)))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
