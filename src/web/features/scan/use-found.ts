import { useRef, useState } from 'react'
import { type FoundDevice, lookUp, type Unopened } from './look-up.ts'
import type { CodePlace } from './read-code.ts'

interface FoundOptions {
  orgId: string
  place: CodePlace
  onDevice: (found: FoundDevice) => void
}

/** Looks one code up after the other; what opened no device stays to be read. */
export function useFound({ orgId, place, onDevice }: FoundOptions) {
  const [found, setFound] = useState<Unopened | null>(null)
  const [isBusy, setBusy] = useState(false)
  /** What the camera sees for seconds on end is looked up once. */
  const last = useRef<string | null>(null)
  const isLooking = useRef(false)

  const look = async (text: string) => {
    if (isLooking.current) return
    isLooking.current = true
    last.current = text
    setBusy(true)
    try {
      const next = await lookUp(text, orgId, place)
      if (next.kind === 'device') onDevice(next)
      else setFound(next)
    } finally {
      isLooking.current = false
      setBusy(false)
    }
  }
  return {
    found,
    isBusy,
    /** By a person's hand: also what was looked up before. */
    look: (text: string) => void look(text),
    /** By the camera. */
    see: (text: string) => {
      if (text !== last.current) void look(text)
    },
    again: () => {
      if (last.current !== null) void look(last.current)
    },
  }
}
