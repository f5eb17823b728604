import { Readable } from 'node:stream'

const nothing = async (): Promise<void> => {}
const unknown = async (): Promise<never> => {
  throw new Error('QoS 2 is not spoken here')
}

/**
 * What aedes remembers between connections and for QoS 2: nothing. A broker that kept a command for a device
 * would send it again on its own, and its own memory keeps an entry for every client id that ever acknowledged.
 */
export const createForgetfulPersistence = () => ({
  // aedes looks whether this is an async function.
  async setup(): Promise<void> {},
  storeRetained: nothing,
  createRetainedStreamCombi: () => Readable.from([]),
  addSubscriptions: nothing,
  removeSubscriptions: nothing,
  cleanSubscriptions: nothing,
  subscriptionsByClient: async () => [],
  subscriptionsByTopic: async () => [],
  outgoingEnqueue: nothing,
  outgoingEnqueueCombi: nothing,
  outgoingUpdate: nothing,
  outgoingClearMessageId: nothing,
  outgoingStream: () => Readable.from([]),
  incomingStorePacket: nothing,
  incomingGetPacket: unknown,
  incomingDelPacket: unknown,
  cleanIncoming: nothing,
  putWill: nothing,
  delWill: nothing,
  streamWill: () => Readable.from([]),
})
