import { type RefObject, startTransition, useEffect, useState } from 'react'

/** px around what is seen. */
const near = '200px'

/** Whether an element has come near what is seen: what takes long to draw is drawn then, and stays. */
export function useInSight(place: RefObject<Element | null>): boolean {
  const [isInSight, setInSight] = useState(false)
  useEffect(() => {
    if (isInSight || !place.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setInSight(true))
      },
      { rootMargin: near },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isInSight, place])
  return isInSight
}
