import { commandStates } from '../../../src/contract/enos/command.ts'
import { failureNamed, failures } from '../../../src/contract/enos/failures.ts'
import { stringifyExact } from '../../../src/contract/value/exact.ts'
import type { Claim } from './claim.ts'
import type { Violation } from './evidence.ts'
import { expectedPayload, type Story } from './stories.ts'

const { created, canceled, expired, sent, succeeded, failed, timedOut } = commandStates

/** What an answer of the EnOS API says of the device (§1.6); `done` for code 0 of an instant command. */
export function saidBy(code: number, pendingTtl: number): 'done' | 'accepted' | 'notSent' | 'refused' | 'maybeSent' {
  if (code === 0) return pendingTtl === 0 ? 'done' : 'accepted'
  const name = failureNamed(code, 'command') ?? failureNamed(code, 'service', 'gateway', 'token', 'setpoint')
  return name ? failures[name].delivery : 'refused'
}

/** What everybody who spoke of the command said the device did. */
function saidOf({ operation, command, asked }: Story): Set<string> {
  const said = new Set<string>()
  if (operation) said.add(operation.outcome)
  if (asked?.way === 'enos') {
    const heard = asked.heard[0]
    if (heard) said.add(saidBy(heard.code, asked.pendingTtl))
  }
  if (command?.state === succeeded) said.add('done')
  if (command && [canceled, expired].some((state) => state === command.state)) said.add('notSent')
  if (command?.state === failed) said.add(command.sentTime === null ? 'notSent' : 'didNotAct')
  return said
}

/** The bytes that its device has to be told. */
function wrongBytes({ command, told, asked }: Story): string | null {
  if (!command) return null
  const value = asked?.value ?? stringifyExact(command.value)
  for (const { payload } of told) {
    const text = Buffer.from(payload, 'base64').toString('utf8')
    if (text.startsWith('$SET,')) {
      const plain = value.startsWith('"') ? JSON.parse(value) : value
      if (!text.includes(`,${plain}*`)) return `told ${text.trim()}, not ${plain}`
    } else if (text !== expectedPayload(command, value)) return `told ${text}, not ${expectedPayload(command, value)}`
  }
  return null
}

/** The claims about one command; the words of each that does not hold. */
function* brokenClaims(story: Story): Generator<[claim: Claim, words: string]> {
  const { command, told, acts, operation, asked } = story
  const said = saidOf(story)
  if (!command)
    yield [
      'recordFirst',
      `${told.length > 0 ? 'a device was told' : 'somebody names'} a command that connect does not know`,
    ]
  if (told.length > 1) yield ['onceOnly', `the device was told ${told.length} times`]
  if (acts.length > 1) yield ['onceOnly', `the device acted ${acts.length} times`]
  if (said.has('done') && acts.length !== 1)
    yield ['done', `said to be done, and the device acted ${acts.length} times`]
  for (const word of ['notSent', 'refused', 'didNotAct']) {
    if (said.has(word) && acts.length > 0) yield ['didNotAct', `said to be ${word}, and the device acted`]
  }
  if (said.has('notSent') && told.length > 0) yield ['didNotAct', 'said not to be sent, and the device was told']
  if (said.has('refused') && told.length === 0)
    yield ['didNotAct', 'said to be refused by a device that was told nothing']
  const wrong = wrongBytes(story)
  if (wrong) yield ['exact', wrong]
  if (operation && asked && operation.body !== asked.body)
    yield ['exact', `recorded ${operation.body}, asked ${asked.body}`]
  const { state } = command ?? {}
  if (told.length > 0 && (state === created || state === canceled || state === expired)) {
    yield ['accepted', `in state ${state}, and the device was told`]
  }
  if (operation?.outcome === 'queued' && state !== created)
    yield ['settled', `queued for the proxy, in state ${state} for connect`]
  if (operation?.outcome === 'waiting' && state !== sent)
    yield ['settled', `waiting for the proxy, in state ${state} for connect`]
  if (operation?.outcome === 'done' && state !== succeeded)
    yield ['done', `done for the proxy, in state ${state} for connect`]
  // In the end all devices that ever come are there and answer at once, and what waits for the others is canceled.
  if (state === sent) yield ['settled', 'still in state 4 at the end']
  if (state === created) yield ['settled', 'still waits at the end']
  if (state === timedOut && command?.sentTime === null) yield ['settled', 'timed out, and was never sent']
}

export const checkStories = (stories: readonly Story[]): Violation[] =>
  stories.flatMap((story) => [...brokenClaims(story)].map(([claim, words]) => ({ claim, words, about: story })))

/** §1.4: a device is told its commands in the order of their acceptance, but for one that was given up on the way. */
export function checkOrder(stories: readonly Story[]): Violation[] {
  const told = stories
    .flatMap((story) => story.told.map((line) => ({ story, line })))
    .sort((a, b) => a.line.time - b.line.time)
  const last = new Map<string, Story>()
  return told.flatMap(({ story, line }): Violation[] => {
    const before = last.get(line.device)
    if (before && before.commandId > story.commandId) {
      if (story.command?.state === timedOut) return []
      return [{ claim: 'order', words: `told before ${before.commandId}, which was accepted later`, about: story }]
    }
    last.set(line.device, story)
    return []
  })
}
