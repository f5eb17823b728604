import type { StringI18n } from '#contract/enos/string-i18n.ts'
import type { ExactJson } from '#contract/value/exact.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { CommandFilter, DeviceEvents, StoredCommand, TargetDevice } from './ports.ts'

/** What is asked for (§1.1), checked against the thing model already. */
export interface Submission {
  orgId: string
  device: TargetDevice
  measurepointId: string
  /** The point's name in the model. */
  commandName: StringI18n
  value: ExactJson
  /** Seconds; 0 = instant. */
  pendingTtl: number
  /** Seconds. */
  timeout: number
}

/** The commands of all devices: what the API asks, and what the broker tells. */
export interface Commands extends DeviceEvents {
  /**
   * Instant: resolves when the device has confirmed. Cached: resolves when the command is on disk (§1.3).
   * @throws Failure deviceOffline, deviceInactive, notSentInTime, noAnswerInTime, cannotEncode or refusedByDevice
   * with `data: {commandId}` of the command that was stored (§7.2 Q2); queueFull, where nothing was (§1.5);
   * notRecorded where the disk did not take it: it is not sent.
   */
  submit(submission: Submission): Promise<{ commandId: string }>
  /** @throws Failure notFound where the device has no such command. */
  get(device: DeviceAddress, commandId: string): StoredCommand
  /** Newest first (§2.2). */
  search(filter: CommandFilter): { items: StoredCommand[]; totalSize: number }
  /**
   * Withdraws one waiting command of the device, or without an id all of them (§2.3).
   * Resolves with the withdrawn ones, oldest first, when that is on disk; they are in state 2.
   * A withdrawn instant command ends with notSentInTime for whoever waits for it.
   * @throws Failure notFound; invalidArgument where the named command is not in state 1; internalError where the disk
   * did not take it at once: it is not sent then, unless this program is started anew before the disk takes it.
   */
  cancel(device: DeviceAddress, commandId?: string): Promise<StoredCommand[]>
  /** Goes on with what an earlier run left (§1.5), and begins to forget old commands. Call it once, before all else. */
  recover(): Promise<void>
  /**
   * Sends nothing more. Waiting instant commands end as not sent, cached ones stay for the next run;
   * what is in flight has `grace` ms to end, and stays in state 4 if it does not.
   */
  stop(grace?: number): Promise<void>
}
