import { rmSync } from 'node:fs'
import { newFolder } from './folders.ts'

/** A line of the table. */
export interface Row {
  name: string
  goal: string
  result: string
  met: boolean
}

/** How much is measured: all of it, or what fits into a minute. */
export interface Scale {
  rounds: number
  isQuick: boolean
}

/** What a scenario is given. */
export interface Surroundings extends Scale {
  /** A folder of its own on the disk, gone afterwards. */
  folder: string
  /** Ends what was started, in whatever way the scenario ends; the last first. */
  later(end: () => unknown): void
  /** What a reader may want to know beside the table. */
  note(line: string): void
}

export type Scenario = (surroundings: Surroundings) => Promise<Row[]>

/** What each of the rounds measured, one after the other. */
export async function inRounds<T>(rounds: number, measure: (round: number) => Promise<T>): Promise<T[]> {
  const measured: T[] = []
  for (let round = 0; round < rounds; round++) measured.push(await measure(round))
  return measured
}

/** Runs a scenario and cleans up after it. */
export async function runScenario(
  name: string,
  scenario: Scenario,
  scale: Scale,
  note: (line: string) => void,
): Promise<Row[]> {
  const folder = newFolder(name)
  const ends: (() => unknown)[] = []
  try {
    return await scenario({ ...scale, folder, later: (end) => void ends.push(end), note })
  } finally {
    for (const end of ends.reverse()) await end()
    rmSync(folder, { recursive: true, force: true })
  }
}
