import type { StoredCommand } from '../../../src/connect/commands/ports.ts'
import { stringifyExact } from '../../../src/contract/value/exact.ts'
import type { Heard } from '../ask.ts'
import type { AskedSend } from '../drive.ts'
import { saidBy } from './claims.ts'
import type { Evidence, Violation } from './evidence.ts'
import type { Stories, Story } from './stories.ts'

/** Code of a key that stands for another content. */
const conflict = 60021

const answersOf = ({ heard }: AskedSend): Heard[] =>
  heard.filter((one) => one !== null && one.operationId !== '') as Heard[]

/** The same key names one operation in every answer, and none says anything else of it than the record. */
export function checkKeys({ asked, operations }: Evidence): Violation[] {
  const byKey = new Map(operations.map((operation) => [operation.idempotencyKey, operation]))
  return asked.flatMap((one): Violation[] => {
    if (one.way !== 'panel') return []
    const operation = byKey.get(one.key)
    const wrong = (words: string): Violation[] => [{ claim: 'sameKey', words, about: { asked: one, operation } }]
    const answers = answersOf(one)
    if (answers.some(({ operationId }) => operationId !== operation?.id))
      return wrong('its answers name several operations')
    if (!operation) return []
    for (const { code, commandId } of answers) {
      if (commandId !== '' && commandId !== operation.commandId) return wrong('an answer names another command')
      const said = saidBy(code, one.pendingTtl)
      if (said === 'done' && operation.outcome !== 'done') return wrong('answered as done, recorded otherwise')
      if (said !== 'done' && said !== 'accepted' && operation.outcome === 'done')
        return wrong('answered as failed, recorded as done')
      if (said === 'notSent' && operation.outcome !== 'notSent')
        return wrong('answered as not sent, recorded otherwise')
    }
    if (one.conflict && one.conflict.code !== conflict) return wrong('another body under its key was not refused')
    return []
  })
}

interface Likeness {
  device: string
  point: string
  value: string
  pendingTtl: number
  timeout: number
}
const likenessOf = (one: Likeness): string =>
  JSON.stringify([one.device, one.point, one.value, one.pendingTtl, one.timeout])
const ofCommand = (command: StoredCommand): string =>
  likenessOf({
    ...command,
    device: `${command.productKey}/${command.deviceKey}`,
    point: command.measurepointId,
    value: stringifyExact(command.value),
  })
const ofAsked = (asked: AskedSend): string =>
  likenessOf({ ...asked, device: `${asked.device.productKey}/${asked.device.deviceKey}` })

/**
 * Every command was asked for, and no send made two: of those alike, no more commands may be left that no answer names
 * than there are sends of which nobody knows what became.
 */
export function checkNobodys({ stories, nameless, unheard }: Stories): Violation[] {
  const left = new Map<string, Story[]>()
  for (const story of stories) {
    if (!story.command || story.operation || story.asked) continue
    const likeness = ofCommand(story.command)
    left.set(likeness, [...(left.get(likeness) ?? []), story])
  }
  const maybe = new Map<string, number>()
  const count = (likeness: string): void => void maybe.set(likeness, (maybe.get(likeness) ?? 0) + 1)
  for (const { operation, asked } of nameless) if (operation.outcome === 'unknown' && asked) count(ofAsked(asked))
  for (const asked of unheard) {
    const heard = asked.heard[0]
    if (!heard || saidBy(heard.code, asked.pendingTtl) === 'maybeSent') count(ofAsked(asked))
  }
  return [...left].flatMap(([likeness, commands]): Violation[] => {
    const most = maybe.get(likeness) ?? 0
    if (commands.length <= most) return []
    const words = `${commands.length} commands that no answer names, ${most} sends of which nobody knows what became`
    return [{ claim: 'sameKey', words, about: commands }]
  })
}
