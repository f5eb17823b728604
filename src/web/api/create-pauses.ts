/** Pauses that can be cut short. */
export function createPauses() {
  const paused = new Set<() => void>()
  return {
    /** Resolves after `ms`, or with the next {@link wake}. */
    pause: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer)
          paused.delete(go)
          resolve()
        }
        const timer = setTimeout(go, ms)
        paused.add(go)
      }),
    /** Ends every pause. */
    wake(): void {
      for (const go of [...paused]) go()
    },
  }
}
