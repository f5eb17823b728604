import { useEffect } from 'react'

/**
 * Keeps the screen awake for as long as it is wanted: a hand is at the machine while an answer is waited for. A browser
 * lets go of it with a hidden page, so it is asked for again; one that has no such lock, or refuses it, just sleeps.
 */
export function useWakeLock(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return
    let isOver = false
    let lock: WakeLockSentinel | null = null
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      try {
        const given = await navigator.wakeLock.request('screen')
        if (isOver) await given.release()
        else lock = given
      } catch {
        // Refused, as with a battery that is nearly empty.
        lock = null
      }
    }
    const askAgain = () => void ask()
    askAgain()
    document.addEventListener('visibilitychange', askAgain)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', askAgain)
      void lock?.release().catch(() => {})
    }
  }, [isWanted])
}
