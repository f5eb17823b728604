import type { CommandState } from '#contract/enos/command.ts'
import type { DeviceStatus } from '#contract/enos/device.ts'
import type { StringI18n } from '#contract/enos/string-i18n.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { WireReply } from '#contract/wire/payloads.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'

/** A command as it is stored. Times in ms since the epoch, durations in seconds. */
export interface StoredCommand extends DeviceAddress {
  /** 19 decimal digits as text; later commands have greater ones (§1.2). */
  commandId: string
  orgId: string
  assetId: string
  measurepointId: string
  /** The point's name in the model. */
  commandName: StringI18n
  value: ExactJson
  createTime: number
  timeout: number
  /** 0: instant. */
  pendingTtl: number
  state: CommandState
  /** When state 4 was recorded, just before publishing. */
  sentTime: number | null
  endTime: number | null
  /** Why it ended in 6 or 7; the device's own code and text where it gave them. */
  resultCode: number | null
  resultMsg: string | null
}

export type CommandChange = Partial<Pick<StoredCommand, 'state' | 'sentTime' | 'endTime' | 'resultCode' | 'resultMsg'>>

export interface CommandFilter extends DeviceAddress {
  /** Parsed from the search expression (§2.2); all must hold. */
  state?: CommandState | undefined
  /** `like`: the text is found in the point's name in that locale (`en_US`, `default`, …), case-insensitively. */
  commandName?: { locale: string; like: string } | undefined
  /** ms since the epoch. */
  createTime?: { operator: '<' | '<=' | '=' | '>' | '>='; time: number }[] | undefined
  pageNo: number
  pageSize: number
}

/**
 * Where commands are kept. A promise resolves when the change is on disk; changes take effect, and reach the disk,
 * in the order in which they were asked for. Reading shows what is on disk.
 */
export interface CommandStore {
  insert(command: StoredCommand): Promise<void>
  /** @throws Error where there is no such command. */
  update(commandId: string, change: CommandChange): Promise<void>
  get(commandId: string): StoredCommand | undefined
  /** Newest first. */
  search(filter: CommandFilter): { items: StoredCommand[]; totalSize: number }
  /** Commands in state 1 and 4, oldest first: what a restart has to go on with. */
  unfinished(): StoredCommand[]
  /** Removes ended commands created before `time`, a few at a time; the count removed (§1.4 rule 8). */
  prune(time: number): Promise<number>
  /** The greatest commandId ever given, or undefined. */
  lastCommandId(): string | undefined
}

/** What the rules ask about a device. */
export interface TargetDevice extends DeviceAddress {
  orgId: string
  assetId: string
  status: DeviceStatus
}

export interface Targets {
  /** The device now, or undefined when it is gone. */
  find(device: DeviceAddress): TargetDevice | undefined
}

/** A command in the device's own bytes. */
export interface EncodedCommand {
  topic: string
  payload: Uint8Array
}

/** The way to the device. */
export interface Channel {
  /** @throws Failure cannotEncode (§5.7); nothing was sent then. */
  encode(command: StoredCommand): Promise<EncodedCommand>
  /**
   * Hands the bytes to the device's connection.
   * Resolves when they were written to it, false where there was none: then nothing was sent.
   */
  publish(device: DeviceAddress, encoded: EncodedCommand): Promise<boolean>
}

export interface Clock {
  /** ms since the epoch. */
  now(): number
  /**
   * Runs `wake` once, when `time` has come, never within the call itself; the answer takes it back.
   * A clock that is set back meanwhile does not make it wait longer.
   */
  at(time: number, wake: () => void): () => void
  /** Runs `wake` once, when so many ms have passed, whatever the clock is set to meanwhile; else as {@link at}. */
  after(duration: number, wake: () => void): () => void
}

/** Told by the broker, after the registry knows it: `Targets` must already answer with the new status. */
export interface DeviceEvents {
  online(device: DeviceAddress): void
  offline(device: DeviceAddress): void
  /** A reply to a command, already decoded. */
  reply(device: DeviceAddress, reply: WireReply): void
}
