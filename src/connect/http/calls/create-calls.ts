import type { Registry } from '../../registry/registry.ts'
import type { Calls } from '../serve-call.ts'
import { createAssetCalls } from './asset-calls.ts'
import { type CommandApi, createCommandCalls } from './command-calls.ts'
import { createDeviceCalls } from './device-calls.ts'
import { modelCalls } from './model-calls.ts'

/** What serves each signed row of the endpoint table. */
export const createCalls = (registry: Registry, commands: CommandApi): Calls => ({
  ...createCommandCalls(registry, commands),
  ...createDeviceCalls(registry),
  ...createAssetCalls(registry),
  ...modelCalls,
})
