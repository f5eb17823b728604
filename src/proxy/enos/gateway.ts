import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed, failures } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { Gateway, Send, SetAnswer } from '../operations/ports.ts'
import type { Call } from './call.ts'
import { commandIdOf, readAnswer } from './read-answer.ts'

/** ms beyond a command's own time that its answer may take on the way (§4.4). */
const margin = 5000
/** ms */
const shortTimeout = 15_000
/** Characters of an answer that are kept with the operation. */
const keptAnswer = 65_536
/** Characters of a message that are. */
const keptMessage = 4096

export const deviceOf = ({ orgId, assetId, productKey, deviceKey }: Send | Operation) => ({
  orgId,
  assetId: assetId || undefined,
  productKey: productKey || undefined,
  deviceKey: deviceKey || undefined,
})

const failedBy = (error: unknown, text: string): SetAnswer => {
  const failure = error instanceof Failure ? error.failure : 'internalError'
  return {
    failure,
    code: error instanceof Failure && failures[error.failure].source !== 'setpoint' ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    commandId: '',
    text,
  }
}

/** The rules' view of EnOS, over signed calls. */
export function createGateway(call: Call): Gateway {
  return {
    async set(send, leaving) {
      const { measurepointId, pendingTtl, timeout, body } = send
      let text = ''
      try {
        const incoming = await call({
          name: 'setMeasurepoint',
          query: { ...deviceOf(send), measurepointId, pendingTtl, timeout },
          body,
          timeout: pendingTtl === 0 ? timeout * 1000 + margin : shortTimeout,
          leaving,
        })
        text = incoming.text.slice(0, keptAnswer)
        const envelope = readAnswer(incoming)
        const message = envelope.msg.slice(0, keptMessage)
        return { failure: null, code: envelope.code, message, commandId: commandIdOf(envelope), text }
      } catch (error) {
        // Whatever it is, it is the outcome of this send, and has to be recorded as such.
        return failedBy(error, text)
      }
    },

    async getCommand(operation) {
      const { data } = endpoints.getCommand
      const envelope = readAnswer(
        await call({
          name: 'getCommand',
          query: { ...deviceOf(operation), commandId: operation.commandId },
          body: '',
        }),
      )
      if (envelope.code !== 0) {
        const failure = failureNamed(envelope.code, 'command', 'service', 'token') ?? 'unreadableAnswer'
        throw new Failure(failure, envelope.msg, { code: envelope.code })
      }
      const command = data.safeParse(envelope.data)
      if (!command.success) throw new Failure('unreadableAnswer', 'no command in the answer', { cause: command.error })
      return command.data
    },
  }
}
