type Done = () => void

/**
 * The part of aedes that carries a message to whoever subscribed to its topic: nobody, as nothing that a device publishes
 * is forwarded (see door.ts). Left to itself aedes would match every message with every subscription.
 */
export const createDeafEmitter = () => ({
  on(_topic: string, _listener: unknown, done?: Done): void {
    done?.()
  },
  removeListener(_topic: string, _listener: unknown, done?: Done): void {
    done?.()
  },
  emit(_packet: unknown, done?: Done): void {
    done?.()
  },
  close(done?: Done): void {
    done?.()
  },
})
