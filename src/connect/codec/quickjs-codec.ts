import { Failure } from '#contract/enos/failure.ts'
import type { Codec } from '../mqtt/ports.ts'
import { createSandbox } from './sandbox.ts'

/** Translates between JSON and a device's own bytes with its product's data parsing script (§5.7), in a sandbox. */
export async function createCodec(): Promise<Codec & { stop(): Promise<void> }> {
  const sandbox = createSandbox()
  return {
    async encode({ productKey, script }, json) {
      if (script === null) throw new Failure('cannotEncode', `product ${productKey} has no data parsing script`)
      const answer = await sandbox.run({ script, call: 'jsonStrToRawData', input: json })
      if (answer.problem === undefined) return Buffer.from(answer.result, 'hex')
      const sentence = `the data parsing script of product ${productKey}: jsonStrToRawData ${answer.problem}`
      throw new Failure('cannotEncode', sentence)
    },

    async decode({ script }, payload) {
      if (script === null) return null
      const input = Uint8Array.from(payload).buffer
      const answer = await sandbox.run({ script, call: 'rawDataToJsonStr', input })
      return answer.problem === undefined ? answer.result : null
    },

    stop: () => sandbox.stop(),
  }
}
