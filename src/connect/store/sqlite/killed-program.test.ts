import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#database/open-database.ts'
import { migrations } from './migrations.ts'
import { createSqliteCommandStore } from './sqlite-command-store.ts'

/** ms; programs start anew again and again here, and each of their steps waits for the disk. */
const patience = 300_000

const program = join(process.env.BUILT_PROGRAMS ?? '', 'killed-program.js')

describe('after kill -9', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'setpoint-kill-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  /** Runs the program to its end, or until `isTime` of what it said: then it is killed. Resolves with what it said. */
  async function run(moment: string, isTime: (said: string[]) => boolean): Promise<string[]> {
    const files = [join(directory, 'connect.sqlite'), join(directory, 'published')]
    const child = spawn(process.execPath, [program, ...files, moment], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(child, 'close')
    const said: string[] = []
    for await (const line of createInterface(child.stdout)) {
      said.push(line)
      if (isTime(said)) child.kill('SIGKILL')
    }
    await closed
    return said
  }

  const ids = (said: string[], event: string): string[] =>
    said.filter((line) => line.startsWith(`${event} `)).map((line) => line.slice(event.length + 1))
  const published = (): string[] => readFileSync(join(directory, 'published'), 'utf8').split('\n').filter(Boolean)

  /** Starts the program again and lets all end; the states of the named commands then. */
  async function drain(commandIds: string[]): Promise<(number | undefined)[]> {
    expect((await run('drained', () => false)).at(-1)).toBe('drained ')
    const database = openDatabase(`sqlite:${join(directory, 'connect.sqlite')}`, migrations)
    const store = createSqliteCommandStore(database)
    const states = commandIds.map((commandId) => store.get(commandId)?.state)
    database.close()
    return states
  }

  it(
    'accepted commands that wait (state 1) go out once, in order',
    async () => {
      const accepted = ids(await run('created', (said) => said.length === 5), 'accepted')
      expect(accepted).toHaveLength(5)
      expect(published()).toEqual([])
      expect(await drain(accepted)).toEqual([5, 5, 5, 5, 5])
      expect(published()).toEqual(accepted)
    },
    patience,
  )

  it(
    'a command recorded as sent (state 4) is not sent, even where its bytes had not left: it times out',
    async () => {
      const said = await run('recorded', (lines) => ids(lines, 'recorded').length === 1)
      expect(await drain(ids(said, 'recorded'))).toEqual([7])
      expect(published()).toEqual([])
    },
    patience,
  )

  it(
    'a command that was published (state 4) is not published again: it times out',
    async () => {
      const said = await run('sent', (lines) => ids(lines, 'sent').length === 1)
      expect(await drain(ids(said, 'sent'))).toEqual([7])
      expect(published()).toEqual(ids(said, 'sent'))
    },
    patience,
  )

  it(
    'a command whose reply was not on disk yet is not published again: it times out',
    async () => {
      const said = await run('answered', (lines) => ids(lines, 'answered').length === 1)
      expect(await drain(ids(said, 'answered'))).toEqual([7])
      expect(published()).toEqual(ids(said, 'answered'))
    },
    patience,
  )

  it(
    'at any moment, again and again, nothing that was accepted is lost and nothing is published twice',
    async () => {
      const accepted: string[] = []
      for (const after of [1, 17, 64, 150, 301]) {
        const said = await run('never', (lines) => lines.length >= after)
        expect(ids(said, 'error')).toEqual([])
        accepted.push(...ids(said, 'accepted'))
      }
      const states = await drain(accepted)
      expect(states.filter((state) => state !== 5 && state !== 7)).toEqual([])
      // Of three devices at most one command each was in flight at each of the five ends.
      expect(states.filter((state) => state === 7).length).toBeLessThanOrEqual(15)
      expect(new Set(published()).size).toBe(published().length)
      expect(new Set(accepted).size).toBe(accepted.length)
    },
    patience,
  )
})
