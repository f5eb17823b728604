import { Failure } from '#contract/enos/failure.ts'
import type { DeviceAddress } from '#contract/wire/topics.ts'
import type { Live } from './live.ts'
import type { StoredCommand } from './ports.ts'

/** @throws Failure notFound, also where the command is another device's: nobody learns that it exists. */
export function find(live: Live, { productKey, deviceKey }: DeviceAddress, commandId: string): StoredCommand {
  const command = live.store.get(commandId)
  if (command?.productKey === productKey && command.deviceKey === deviceKey) return command
  throw new Failure('notFound', `command ${commandId}`)
}
