import { type CommandStateName, commandStates } from '#contract/enos/command.ts'

/** The name of a command's state (§2.1); undefined where EnOS has a state that is not known here. */
export const stateName = (state: number): CommandStateName | undefined =>
  (Object.keys(commandStates) as CommandStateName[]).find((name) => commandStates[name] === state)
