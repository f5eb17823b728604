/**
 * Reads along with what a peer sends, chunk by chunk, and tells the longest packet that a fixed header in the chunk
 * announces, in bytes behind that header (MQTT 3.1.1 §2.2.3); 0 where none begins.
 */
export function createAnnouncedLength() {
  let state: 'type' | 'length' | 'body' = 'type'
  let [length, factor] = [0, 1]
  function read(chunk: Uint8Array): number {
    let longest = 0
    let at = 0
    while (at < chunk.length) {
      if (state === 'body') {
        const taken = Math.min(length, chunk.length - at)
        length -= taken
        at += taken
        if (length === 0) state = 'type'
        continue
      }
      const byte = chunk[at] ?? 0
      at += 1
      if (state === 'type') {
        ;[state, length, factor] = ['length', 0, 1]
        continue
      }
      length += (byte & 127) * factor
      factor *= 128
      if (byte > 127) continue
      longest = Math.max(longest, length)
      state = length > 0 ? 'body' : 'type'
    }
    return longest
  }
  return {
    read,
    /** Whether what comes next is the beginning of a packet. */
    isBetween: (): boolean => state === 'type',
  }
}
