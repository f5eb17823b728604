import type { Registry } from '../../registry/registry.ts'
import type { ValueHistory } from '../../registry/value-history.ts'
import type { Calls } from '../serve-call.ts'
import { createAssetCalls } from './asset-calls.ts'
import { type CommandApi, createCommandCalls } from './command-calls.ts'
import { createDeviceCalls } from './device-calls.ts'
import { modelCalls } from './model-calls.ts'
import { createTimeSeriesCalls } from './time-series-calls.ts'

/** What serves each signed row of the endpoint table. */
export const createCalls = (registry: Registry, commands: CommandApi, history: Pick<ValueHistory, 'find'>): Calls => ({
  ...createCommandCalls(registry, commands),
  ...createDeviceCalls(registry),
  ...createAssetCalls(registry),
  ...createTimeSeriesCalls(registry, history),
  ...modelCalls,
})
