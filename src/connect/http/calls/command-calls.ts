import type { DeviceSelector } from '#contract/enos/device.ts'
import type { SearchBody } from '#contract/enos/endpoints.ts'
import type { Commands } from '../../commands/commands.ts'
import { createLocalClock } from '../../registry/local-time.ts'
import type { Device } from '../../registry/organisation.ts'
import type { Registry } from '../../registry/registry.ts'
import { requireAsset } from '../access.ts'
import type { Call, Caller } from '../answer.ts'
import { pageSizes, readPage } from '../page.ts'
import { project } from '../projection.ts'
import { commandConditions } from './command-filter.ts'
import { createSetMeasurepoint } from './set-measurepoint.ts'
import { writtenCommand } from './written-command.ts'

/** What the API asks of the commands. */
export type CommandApi = Pick<Commands, 'submit' | 'get' | 'search' | 'cancel'>

export function createCommandCalls(
  registry: Registry,
  commands: CommandApi,
): {
  setMeasurepoint: Call<'setMeasurepoint'>
  getCommand: Call<'getCommand'>
  searchCommand: Call<'searchCommand'>
  cancelCommand: Call<'cancelCommand'>
} {
  /** Commands of a device may be seen and cancelled by who may control it (§2). */
  function controlled({ application, organisation }: Caller, selector: DeviceSelector): Device {
    const device = registry.select(organisation, selector)
    requireAsset(application, 'asset.control', device.assetId)
    return device
  }
  return {
    setMeasurepoint: createSetMeasurepoint(registry, commands),

    getCommand: (caller, query) => {
      const device = controlled(caller, query)
      return { data: writtenCommand(commands.get(device, query.commandId), createLocalClock(device.timezone)) }
    },

    searchCommand: (caller, query, body: SearchBody) => {
      const device = controlled(caller, query)
      const { productKey, deviceKey, timezone } = device
      const clock = createLocalClock(timezone)
      const page = readPage(body, pageSizes.command)
      const conditions = commandConditions(body.expression, clock)
      const { items, totalSize } = commands.search({ productKey, deviceKey, ...conditions, ...page })
      const written = items.map((command) => writtenCommand(command, clock))
      return {
        data: project(written, body.projection),
        pagination: { ...page, totalSize, sortedBy: [{ field: 'createDate', order: 'DESC' }] },
      }
    },

    cancelCommand: async (caller, query) => {
      const device = controlled(caller, query)
      const canceled = await commands.cancel(device, query.commandId)
      const clock = createLocalClock(device.timezone)
      return { data: canceled.map((command) => writtenCommand(command, clock)) }
    },
  }
}
