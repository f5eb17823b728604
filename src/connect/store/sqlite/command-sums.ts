import type { Database } from '#database/open-database.ts'

/** Commands of a device that are summed up together. */
const blockSize = 500
/** ms after which a step ends, so that nobody waits long for it. */
const stepTime = 3

interface Sum {
  state: number
  name: string
  firstTime: number
  lastTime: number
  commands: number
}

/**
 * Sums of commands that have ended, which nothing changes any more: for each 500 of a device, how many there are by state
 * and name, and from when to when. Searches count with them, and pass over where nothing fits. A device's blocks follow
 * one another without a gap; what is newer than its last block, or older than its first, is not summed up.
 * All functions are to be called within a write.
 */
export function createCommandSums({ sqlite }: Pick<Database, 'sqlite'>) {
  const nextDevice = sqlite
    .prepare(`SELECT product_key, device_key FROM command
      WHERE (product_key, device_key) > (?, ?) ORDER BY product_key, device_key LIMIT 1`)
    .raw()
  const lastSummed = sqlite
    .prepare('SELECT max(last_id) FROM command_sum WHERE product_key = ? AND device_key = ?')
    .pluck()
  const ofDevice = 'FROM command WHERE product_key = ? AND device_key = ? AND command_id > ? ORDER BY command_id LIMIT'
  const isFull = sqlite.prepare(`SELECT 1 ${ofDevice} 1 OFFSET ${blockSize - 1}`).pluck()
  const block = sqlite.prepare(`SELECT command_id, state, command_name, create_time ${ofDevice} ${blockSize}`).raw()
  const insert = sqlite.prepare('INSERT INTO command_sum VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const outdated = sqlite
    .prepare('SELECT product_key, device_key, max(last_id) FROM command_sum WHERE first_time < ? GROUP BY 1, 2')
    .raw()
  const remove = sqlite.prepare('DELETE FROM command_sum WHERE product_key = ? AND device_key = ? AND last_id <= ?')

  /** The device at which the next step goes on. */
  let at: [productKey: string, deviceKey: string] | null = null

  /** False where fewer than a block have ended since the last. */
  function sumBlock(productKey: string, deviceKey: string): boolean {
    const after = String(lastSummed.get(productKey, deviceKey) ?? '')
    if (isFull.get(productKey, deviceKey, after) === undefined) return false
    const sums = new Map<string, Sum>()
    let last = after
    for (const row of block.all(productKey, deviceKey, after)) {
      const [id, state, name, time] = columnsOf(row)
      if (state === 1 || state === 4) return false
      const key = `${state} ${name}`
      const sum = sums.get(key) ?? { state, name, firstTime: time, lastTime: time, commands: 0 }
      sums.set(key, sum)
      sum.firstTime = Math.min(sum.firstTime, time)
      sum.lastTime = Math.max(sum.lastTime, time)
      sum.commands += 1
      last = id
    }
    for (const { state, name, firstTime, lastTime, commands } of sums.values()) {
      insert.run(productKey, deviceKey, last, state, name, after, firstTime, lastTime, commands)
    }
    return true
  }

  return {
    /** One short step over all devices; false when it came to their end, and the next begins with the first. */
    sumUp(): boolean {
      const began = performance.now()
      while (performance.now() - began < stepTime) {
        if (at && sumBlock(...at)) continue
        const next = nextDevice.get(...(at ?? ['', '']))
        at = Array.isArray(next) ? [String(next[0]), String(next[1])] : null
        if (!at) return false
      }
      return true
    },

    /** Forgets every block in which something older than `time` stands, and what is older in each device's order. */
    forget(time: number): void {
      for (const row of outdated.all(time)) if (Array.isArray(row)) remove.run(row)
    },
  }
}

function columnsOf(row: unknown): [id: string, state: number, name: string, time: number] {
  const [id, state, name, time] = Array.isArray(row) ? row : []
  return [String(id), Number(state), String(name), Number(time)]
}
