import { createContext, type ReactNode, use, useCallback, useState } from 'react'

export type Announce = (words: string, urgency?: 'polite' | 'assertive') => void

const AnnounceContext = createContext<Announce>(() => {})

/** Says something to people who do not see the screen: outcomes assertively, the rest politely. */
export const useAnnounce = (): Announce => use(AnnounceContext)

interface Said {
  words: string
  /** So that the same words said twice are read twice. */
  count: number
}
const silence: Said = { words: '', count: 0 }

export function LiveRegion({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState(silence)
  const [assertive, setAssertive] = useState(silence)
  const announce = useCallback<Announce>((words, urgency = 'polite') => {
    const say = urgency === 'polite' ? setPolite : setAssertive
    say(({ count }) => ({ words, count: count + 1 }))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite">
        <span key={polite.count}>{polite.words}</span>
      </div>
      <div className="visually-hidden" aria-live="assertive">
        <span key={assertive.count}>{assertive.words}</span>
      </div>
    </AnnounceContext>
  )
}
