import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { Decode } from './decoder.ts'

/** ms between two looks: often enough for a hand, seldom enough for a tablet's battery. */
const pause = 150

/** Looks at what the camera shows, again and again, while `decode` is given. */
export function useFrames(
  video: RefObject<HTMLVideoElement | null>,
  decode: Decode | undefined,
  onTexts: (texts: string[]) => void,
): void {
  const tell = useEffectEvent(onTexts)
  useEffect(() => {
    if (!decode) return
    let isGone = false
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const element = video.current
      // A picture that cannot be read is followed by another one.
      const texts = element ? await decode(element).catch(() => []) : []
      if (isGone) return
      if (texts.length > 0) tell(texts)
      timer = setTimeout(look, pause)
    }
    timer = setTimeout(look, 0)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [video, decode])
}
