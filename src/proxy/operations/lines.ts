interface Line {
  waiting: (() => Promise<void>)[]
  running: number
}

/**
 * Work that waits its turn, at most `most` at the same time for each gateway: one that does not answer holds up
 * nothing of another.
 */
export function createLines(most: number) {
  const lines = new Map<string, Line>()

  function serve(gatewayId: string, line: Line): void {
    while (line.running < most) {
      const work = line.waiting.shift()
      if (!work) break
      line.running++
      void work().finally(() => {
        line.running--
        serve(gatewayId, line)
      })
    }
    if (line.running === 0) lines.delete(gatewayId)
  }

  return {
    /** `work` must not reject. */
    enter(gatewayId: string | undefined, work: () => Promise<void>): void {
      const key = gatewayId ?? ''
      const line = lines.get(key) ?? { waiting: [], running: 0 }
      lines.set(key, line)
      line.waiting.push(work)
      serve(key, line)
    },
    /** What has not begun will not. */
    clear(): void {
      for (const line of lines.values()) line.waiting = []
    },
  }
}
