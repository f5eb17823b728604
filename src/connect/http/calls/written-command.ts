import type { StoredCommand } from '../../commands/ports.ts'
import type { LocalClock } from '../../registry/local-time.ts'

/** A command as Get, Search and Cancel Command write it (§2.1); the last four fields are ours. `clock` is the device's. */
export const writtenCommand = (command: StoredCommand, clock: LocalClock): Record<string, unknown> => ({
  commandId: command.commandId,
  orgId: command.orgId,
  productKey: command.productKey,
  deviceKey: command.deviceKey,
  assetId: command.assetId,
  createTime: command.createTime,
  createLocaltime: clock.text(command.createTime),
  commandType: 1,
  commandName: command.commandName,
  timeout: command.timeout,
  pendingTtl: command.pendingTtl,
  state: command.state,
  tslIdentifier: command.measurepointId,
  // Bare, as in EnOS's samples (§7.2 Q6).
  inputData: command.value,
  outputData: null,
  resultCode: command.resultCode,
  resultMsg: command.resultMsg,
  sentTime: command.sentTime,
  endTime: command.endTime,
})
