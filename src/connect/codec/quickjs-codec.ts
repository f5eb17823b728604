import { Failure } from '#contract/enos/failure.ts'
import { maxMessageBytes } from '#contract/wire/reply-codes.ts'
import type { Codec, KnownProduct } from '../mqtt/ports.ts'
import { createSandbox, type Sandbox, usualLimits } from './sandbox.ts'

/**
 * Translates between JSON and a device's own bytes with its product's data parsing script (§5.7),
 * in a sandbox for each product.
 */
export function createCodec(): Codec & { stop(): Promise<void> } {
  const sandboxes = new Map<string, Sandbox>()

  function sandboxOf({ productKey }: KnownProduct): Sandbox {
    const sandbox = sandboxes.get(productKey) ?? createSandbox(usualLimits)
    sandboxes.set(productKey, sandbox)
    return sandbox
  }

  return {
    async encode(product, json) {
      const { productKey, script } = product
      if (script === null) throw new Failure('cannotEncode', `product ${productKey} has no data parsing script`)
      const answer = await sandboxOf(product).run({ script, call: 'jsonStrToRawData', input: json })
      const bytes = answer.problem === undefined ? answer.result : null
      if (bytes instanceof Uint8Array && bytes.length <= maxMessageBytes) return bytes
      const problem = answer.problem ?? `returned more than ${maxMessageBytes} bytes`
      const sentence = `the data parsing script of product ${productKey}: jsonStrToRawData ${problem}`
      throw new Failure('cannotEncode', sentence)
    },

    async decode(product, payload) {
      const { script } = product
      if (script === null) return null
      const input = Uint8Array.from(payload).buffer
      const answer = await sandboxOf(product).run({ script, call: 'rawDataToJsonStr', input })
      return answer.problem === undefined && typeof answer.result === 'string' ? answer.result : null
    },

    async stop() {
      await Promise.all([...sandboxes.values()].map((sandbox) => sandbox.stop()))
    },
  }
}
