import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isBusy, isGoodMoment } from './good-moment.ts'
import { holdLock, withFreeLock } from './page-lock.ts'
import { presentMoment } from './present-moment.ts'
import { followServiceWorker } from './service-worker.ts'
import { useSession } from './session-context.ts'

/** How it stands with a newer panel. `held`: it waits for a draft, here or in another tab. */
export type Update =
  | { phase: 'none' }
  | { phase: 'held'; isElsewhere: boolean; onTake: () => void }
  | { phase: 'done'; onRead: () => void }

/** ms between two looks at what the person is at. */
const lookEvery = 1000
const updatedName = 'setpoint.updated'

function readUpdated(): boolean {
  const was = sessionStorage.getItem(updatedName) !== null
  sessionStorage.removeItem(updatedName)
  return was
}

function loadAnew(): void {
  sessionStorage.setItem(updatedName, '1')
  location.reload()
}

/** Takes a newer panel when nobody is in the middle of anything, in any tab, and says afterwards that it did. */
export function useUpdate(): Update {
  const client = useQueryClient()
  const personId = useSession().session.person.id
  const [isRead, setRead] = useState(false)
  const [wasUpdated] = useState(readUpdated)
  const [held, setHeld] = useState<'here' | 'elsewhere' | null>(null)
  const take = useRef<() => void>(() => {})

  useEffect(() => {
    let phase: 'none' | 'ready' | 'taken' = 'none'
    let isWanted = false
    let touchedAt: number | null = null
    let release: (() => void) | null = null
    const touch = () => {
      touchedAt = Date.now()
    }
    const worker = followServiceWorker({
      onReady: () => {
        phase = 'ready'
        look()
      },
      onTaken: () => {
        phase = 'taken'
        look()
      },
    })
    const look = () => {
      const moment = presentMoment(client, personId, touchedAt)
      if (isBusy(moment)) release ??= holdLock()
      else {
        release?.()
        release = null
      }
      if (phase === 'none') return
      if (moment.drafts > 0) setHeld('here')
      if (phase === 'taken' && (isWanted || isGoodMoment(moment))) loadAnew()
      // Asked until it was taken: a worker that the browser was just putting to sleep may not have heard it.
      else if (isWanted) worker.take()
      else if (phase === 'ready' && isGoodMoment(moment)) {
        void withFreeLock(worker.take).then((isFree) => setHeld(isFree ? null : 'elsewhere'))
      } else if (moment.drafts === 0) setHeld((before) => (before === 'here' ? null : before))
    }
    take.current = () => {
      isWanted = true
      if (phase === 'taken') loadAnew()
      else worker.take()
    }
    const timer = setInterval(look, lookEvery)
    const touches = ['pointerdown', 'keydown', 'input'] as const
    for (const name of touches) addEventListener(name, touch, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const name of touches) removeEventListener(name, touch, { capture: true })
      release?.()
      worker.stop()
    }
  }, [client, personId])

  const onTake = useCallback(() => take.current(), [])
  const onRead = useCallback(() => setRead(true), [])
  if (held) return { phase: 'held', isElsewhere: held === 'elsewhere', onTake }
  return wasUpdated && !isRead ? { phase: 'done', onRead } : { phase: 'none' }
}
