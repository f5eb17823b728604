import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { stringifyExact } from '#contract/value/exact.ts'
import type { Send } from '../operations/ports.ts'
import type { Call } from './call.ts'
import { deviceOf } from './gateway.ts'
import { readAnswer } from './read-answer.ts'

/**
 * What the device reported last for an operation's point (§3.4); null for nothing yet.
 * @throws Failure where EnOS cannot be asked or refuses.
 */
export const createLatest =
  (call: Call) =>
  async (operation: Send): Promise<LatestValue | null> => {
    const { measurepointId } = operation
    const envelope = readAnswer(
      await call({
        name: 'queryLatest',
        query: deviceOf(operation),
        body: stringifyExact({ measurepointIds: [measurepointId] }),
      }),
    )
    if (envelope.code !== 0) {
      const failure = failureNamed(envelope.code, 'command', 'service', 'token') ?? 'unreadableAnswer'
      throw new Failure(failure, envelope.msg, { code: envelope.code })
    }
    const values = endpoints.queryLatest.data.safeParse(envelope.data)
    if (!values.success) throw new Failure('unreadableAnswer', 'no values in the answer', { cause: values.error })
    const value = values.data.find(({ id }) => id === measurepointId)
    return value && value.time > 0 ? value : null
  }
