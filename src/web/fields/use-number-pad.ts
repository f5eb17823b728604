import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useStored } from '../ui/use-stored.ts'

/** Asked for like any other thing from the server: a lost network is survived in the same way. */
const padQuery = queryOptions({
  queryKey: ['part', 'number-pad'],
  queryFn: async () => (await import('./number-pad.tsx')).NumberPad,
  retry: 2,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
})
const wishSchema = z.boolean()

/**
 * The panel's own keys for a number box: where fingers point they come with a tap on the box and take the place of the
 * system's keyboard, which would cover half the screen, until a person puts them away by their button.
 */
export function useNumberPad() {
  const [isWished, wish] = useStored('setpoint.number-pad', wishSchema, true)
  const [isWanted, setWanted] = useState(false)
  const hasFingers = matchMedia('(pointer: coarse)').matches
  // In the field the network may be gone by the time a box is tapped.
  const { data: Pad } = useQuery({ ...padQuery, enabled: hasFingers || isWanted })
  const replaces = Pad !== undefined && isWished && hasFingers
  const isOpen = Pad !== undefined && isWanted
  return {
    /** null while it is not open. */
    Pad: isOpen ? Pad : null,
    /** Whether the system's keyboard stays away. */
    replacesKeyboard: isOpen || replaces,
    // Its code may still be on its way.
    onTap: () => setWanted(isWanted || (hasFingers && isWished)),
    close: () => setWanted(false),
    toggle() {
      setWanted(!isOpen)
      wish(() => !isOpen)
    },
  }
}
