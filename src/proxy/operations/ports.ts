import type { Command } from '#contract/enos/command.ts'
import type { FailureName } from '#contract/enos/failures.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import type { ValueDefinition } from '#contract/enos/thing-model.ts'
import type { Operation, Step } from '#contract/panel/operation.ts'
import type { ClockDifference } from './clock-difference.ts'

/** What a person asks to be sent, once. */
export type Send = Pick<
  Operation,
  | 'idempotencyKey'
  | 'person'
  | 'personId'
  | 'gatewayId'
  | 'remoteAddress'
  | 'reason'
  | 'orgId'
  | 'assetId'
  | 'productKey'
  | 'deviceKey'
  | 'deviceAssetId'
  | 'measurepointId'
  | 'pointClass'
  | 'expectedValue'
  | 'pendingTtl'
  | 'timeout'
  | 'body'
  | 'shown'
>

/** Decides whether a send may be recorded and sent, just before it would be. Not asked for a key that is known already. */
export interface Permit {
  /**
   * What the device is, as far as that is known or matters: sends to one point of one device are decided one after the other.
   * @throws Failure targetUnknown where it matters and cannot be told.
   */
  identify(send: Send): Promise<Pick<Operation, 'deviceAssetId'>>
  /**
   * @returns what was found out on the way, for the record.
   * @throws Failure that says why not; nothing is recorded then.
   */
  decide(send: Send): Promise<Pick<Operation, 'pointClass'>>
}

/** What may change in an operation after it was recorded; `steps` are appended. */
export type Change = Partial<
  Pick<Operation, 'outcome' | 'failure' | 'code' | 'message' | 'commandId' | 'state' | 'answer' | 'endTime'>
> & { steps?: Step[] }

/** What is found out after the end. Each member is noted once and then stays. */
export type Note = Pick<Operation, 'verdict' | 'readBack' | 'acknowledged'>

/** Where operations are kept. A promise resolves when the change is on disk. */
export interface OperationStore {
  /** Gives the operation its revision. Rejects where the idempotency key is taken. */
  record(operation: Omit<Operation, 'revision'>): Promise<Operation>
  /** Applies the change under a new revision. An operation that has ended stays as it is, and is returned so. */
  change(id: string, change: Change): Promise<Operation>
  withKey(idempotencyKey: string): Operation | undefined
  /** Adds to an operation that has ended, under a new revision. */
  note(id: string, note: Note): Promise<Operation>
  /** All that are waiting or queued, oldest first. */
  unfinished(): Operation[]
  /** All that are unknown and without a verdict, and those done at or after `since` (ms) that were not read back. */
  undecided(since: number): Operation[]
  /**
   * The newest unknown outcome of a point that keeps it from being sent to: neither a verdict nor a person nor a later
   * success has cleared it up. A device named by its keys is known to be the same as one named by its asset where either
   * was identified.
   */
  unresolved(send: Send): Operation | undefined
  /**
   * Other sends of the operation's point that may have made a command, to its device or to one of which nobody knows whether it
   * is the same, recorded from `from` until before `to` (ms), oldest first.
   */
  rivals(operation: Operation, from: number, to: number): Operation[]
}

/** What came of a set call. */
export interface SetAnswer {
  /** Set where no command service answered: a transport's or the gateway's failure. Else `code` is to be judged. */
  failure: FailureName | null
  /** The number in the envelope; null where there was no envelope. */
  code: number | null
  /** The gateway's or the device's words, or what the network said. */
  message: string
  /** Empty where the answer names none. */
  commandId: string
  /** The raw answer; empty where there was none. */
  text: string
}

/** EnOS, as far as the rules need it. */
export interface Gateway {
  /**
   * The one POST of a send (§1.1). Calls `leaving` when its first byte may leave; without that, nothing was sent.
   * Never rejects: everything that can happen is an answer.
   */
  set(send: Send, leaving: () => void): Promise<SetAnswer>
  /**
   * Get Command (§2).
   * @throws Failure notFound where EnOS does not know the command (yet, §2), any other where it cannot be asked.
   */
  getCommand(operation: Operation): Promise<Command>
}

/** Where evidence comes from. */
export interface Witness extends Pick<Gateway, 'getCommand'> {
  /**
   * What the device reported last for the operation's point (§3.4); null for nothing yet.
   * @throws Failure where EnOS cannot be asked or refuses.
   */
  latest(operation: Send): Promise<LatestValue | null>
  /**
   * The commands of the operation's device (§2.2) that were created at or after `since`, ms by the gateway's clock;
   * null where they are too many to be listed.
   * @throws Failure where EnOS cannot be asked or refuses.
   */
  commandsSince(operation: Operation, since: number): Promise<Command[] | null>
  /**
   * What the model says of the operation's point (§3.3); null where it has no such point.
   * @throws Failure where it cannot be looked up.
   */
  definitionOf(operation: Operation): Promise<ValueDefinition | null>
  /** How the clock of the operation's gateway compares with ours; null where it was not measured. */
  clockDifference(operation: Operation): ClockDifference | null
}

export interface Clock {
  /** ms since the epoch. */
  now(): number
  /** Runs `wake` once, not before `time`; the answer takes it back. */
  at(time: number, wake: () => void): () => void
}
