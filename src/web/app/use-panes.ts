import { useCallback, useEffect, useRef, useState } from 'react'
import { isFull, panesOf } from '../features/set-point/open-draft.ts'
import { draftNameOf } from '../features/set-point/use-kept-draft.ts'
import { useOpenDrafts } from '../features/set-point/use-open-drafts.ts'
import type { ChosenDevice } from './use-chosen-device.ts'
import { usePaneRoom } from './use-pane-room.ts'

/** The editors that are at work: the chosen point's, those beside it, and those that wait out of sight for an outcome. */
export function usePanes(orgId: string, chosen: ChosenDevice | null, pointId: string) {
  const open = useOpenDrafts(orgId)
  const { drafts, drop, close } = open
  const room = usePaneRoom()
  const main = chosen && pointId ? draftNameOf({ orgId, device: chosen.device, measurepointId: pointId }) : ''
  const others = panesOf(drafts, main, room)
  const inSight = [main, ...others.flatMap(({ draft, place }) => (place === 'beside' ? [draft.name] : []))]

  // Another choice makes its editor the one that keys act on: they must never act on one that is looked away from.
  const [last, setLast] = useState({ main, name: main })
  const active = last.main === main && inSight.includes(last.name) ? last.name : main

  // Who has seen it done and goes on to something else has no more to do with it.
  const shown = useRef(inSight)
  useEffect(() => {
    const isDone = (name: string) => drafts.some((draft) => draft.name === name && draft.state === 'done')
    for (const name of shown.current) if (!inSight.includes(name) && isDone(name)) drop(name)
    shown.current = inSight
  })
  const [closings, setClosings] = useState<Readonly<Record<string, number>>>({})
  return {
    ...open,
    /** How often each was closed: its editor then begins anew. */
    closings,
    close(name: string) {
      close(name)
      setClosings((before) => ({ ...before, [name]: (before[name] ?? 0) + 1 }))
    },
    main,
    others,
    inSight,
    active,
    activate: useCallback((name: string) => setLast({ main, name }), [main]),
    hasRoom: room > 0,
    /** No draft can be begun for the chosen point. */
    isFull: isFull(drafts, main),
  }
}
export type Panes = ReturnType<typeof usePanes>
