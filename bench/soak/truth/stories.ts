import type { StoredCommand } from '../../../src/connect/commands/ports.ts'
import type { Operation } from '../../../src/contract/panel/operation.ts'
import { parseExact, stringifyExact } from '../../../src/contract/value/exact.ts'
import { methods } from '../../../src/contract/wire/topics.ts'
import type { AskedSend } from '../drive.ts'
import type { DeviceLine } from '../fleet/device-log.ts'
import type { Evidence } from './evidence.ts'

type Line<Kind> = Extract<DeviceLine, { kind: Kind }>

/** All that is known of one command; any part may be missing. */
export interface Story {
  commandId: string
  asked: AskedSend | null
  operation: Operation | null
  command: StoredCommand | null
  told: Line<'told'>[]
  acts: Line<'act'>[]
  says: Line<'say'>[]
}

const frame = /^\$SET,([^,]*),/

/** The command that a device was told, by the bytes it was told with; empty for none. */
export function commandIdIn(payload: Buffer): string {
  const text = payload.toString('utf8')
  const framed = frame.exec(text)
  if (framed) return framed[1] ?? ''
  try {
    const { id } = Object(parseExact(text))
    return typeof id === 'string' ? id : stringifyExact(id ?? '')
  } catch {
    return ''
  }
}

/** What a device that speaks JSON has to be told, byte for byte (§5.3). */
export const expectedPayload = ({ commandId, measurepointId }: StoredCommand, value: string): string =>
  `{"id":"${commandId}","version":"1.0","params":{${JSON.stringify(measurepointId)}:${value}},"method":"${methods.set}"}`

/** Operation, command and device's lines by the command's id; and the operations and sends that name no command. */
export function tellStories({ asked, operations, commands, devices }: Evidence) {
  const stories = new Map<string, Story>()
  const storyOf = (commandId: string): Story => {
    const known = stories.get(commandId)
    if (known) return known
    const story = { commandId, asked: null, operation: null, command: null, told: [], acts: [], says: [] }
    stories.set(commandId, story)
    return story
  }
  const byKey = new Map(asked.map((one) => [one.key, one]))
  const nameless: { operation: Operation; asked: AskedSend | null }[] = []
  for (const command of commands) storyOf(command.commandId).command = command
  for (const operation of operations) {
    const by = byKey.get(operation.idempotencyKey) ?? null
    if (operation.commandId === '') nameless.push({ operation, asked: by })
    else Object.assign(storyOf(operation.commandId), { operation, asked: by })
  }
  const unheard: AskedSend[] = []
  for (const one of asked) {
    if (one.way !== 'enos') continue
    const commandId = one.heard[0]?.commandId ?? ''
    if (commandId === '') unheard.push(one)
    else storyOf(commandId).asked = one
  }
  for (const line of devices) {
    if (line.kind === 'told') storyOf(commandIdIn(Buffer.from(line.payload, 'base64'))).told.push(line)
    else if (line.kind === 'act') storyOf(line.id).acts.push(line)
    else if (line.kind === 'say') storyOf(line.id).says.push(line)
  }
  return { stories: [...stories.values()], nameless, unheard, byKey }
}
export type Stories = ReturnType<typeof tellStories>
