import { stringifyExact } from '#contract/value/exact.ts'
import { methods, topics } from '#contract/wire/topics.ts'
import type { Channel } from '../commands/ports.ts'
import type { Codec, Directory } from './ports.ts'
import type { Sessions } from './sessions.ts'

/** The way of a command to its device (§5.2, §5.3, §5.7). */
export const createChannel = (directory: Directory, sessions: Sessions, codec: Codec): Channel => ({
  async encode(command) {
    // The id is text: 19 digits are more than a JavaScript device could echo as a number (§5.5).
    const json = stringifyExact({
      id: command.commandId,
      version: '1.0',
      params: { [command.measurepointId]: command.value },
      method: methods.set,
    })
    const product = directory.product(command.productKey)
    if (product?.dataFormat === 'Custom') {
      return { topic: topics.downRaw(command), payload: await codec.encode(product, json) }
    }
    return { topic: topics.set(command), payload: Buffer.from(json) }
  },

  publish: async (device, { topic, payload }) => sessions.carrierOf(device)?.send(topic, payload) ?? false,
})
