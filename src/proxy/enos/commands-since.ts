import type { Command } from '#contract/enos/command.ts'
import { endpoints } from '#contract/enos/endpoints.ts'
import { Failure } from '#contract/enos/failure.ts'
import { failureNamed } from '#contract/enos/failures.ts'
import type { Operation } from '#contract/panel/operation.ts'
import type { Call } from './call.ts'
import { deviceOf } from './gateway.ts'
import { readAnswer } from './read-answer.ts'

/** §2.2 recommends no more. */
const pageSize = 50
const mostPages = 6

/** The default order (§2.2); where a release has another, an early end of the list proves nothing. */
const isNewestFirst = (commands: readonly Command[]): boolean =>
  commands.every(({ createTime }, index) => createTime <= (commands[index - 1]?.createTime ?? createTime))

/**
 * The commands of an operation's device that were created at or after `since`, ms by the gateway's clock (§2.2); null
 * where the list does not reach back so far. `expression` is not used: it wants times of the device's own place.
 * @throws Failure where EnOS cannot be asked or refuses.
 */
export const createCommandsSince =
  (call: Call) =>
  async (operation: Operation, since: number): Promise<Command[] | null> => {
    const { data: schema } = endpoints.searchCommand
    const found: Command[] = []
    for (let pageNo = 1; pageNo <= mostPages; pageNo++) {
      const body = JSON.stringify({ pagination: { pageNo, pageSize } })
      const envelope = readAnswer(await call({ name: 'searchCommand', query: deviceOf(operation), body }))
      if (envelope.code !== 0) {
        const failure = failureNamed(envelope.code, 'command', 'service', 'token') ?? 'unreadableAnswer'
        throw new Failure(failure, envelope.msg, { code: envelope.code })
      }
      const page = schema.safeParse(envelope.data)
      if (!page.success) throw new Failure('unreadableAnswer', 'no commands in the answer', { cause: page.error })
      found.push(...page.data)
      const total = envelope.pagination?.totalSize
      // A server may give shorter pages than were asked for.
      const isAll = total === undefined ? page.data.length < pageSize : found.length >= total
      const isFarEnough = isNewestFirst(found) && (found.at(-1)?.createTime ?? since) < since
      if (isAll || isFarEnough) return found.filter(({ createTime }) => createTime >= since)
      if (page.data.length === 0) return null
    }
    return null
  }
