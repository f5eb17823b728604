import type { Command } from '#contract/enos/command.ts'

/** Older first; ids grow with time and settle what was stored in the same millisecond. Ids of one length compare as text. */
const byAge = (a: Command, b: Command): number =>
  a.createTime - b.createTime || a.commandId.length - b.commandId.length || (a.commandId < b.commandId ? -1 : 1)

/** commandId → place in the queue of its device, from 1 (§1.4: strictly one after the other, in order). */
export const placesOf = (waiting: readonly Command[]): Map<string, number> =>
  new Map([...waiting].sort(byAge).map(({ commandId }, index) => [commandId, index + 1]))
