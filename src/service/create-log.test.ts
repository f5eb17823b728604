import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createFigures } from './create-figures.ts'
import { createLog } from './create-log.ts'

it('a log on a full disk ends no program', async () => {
  const full = openSync('/dev/full', 'w')
  const log = createLog('proxy', 'info', createFigures('proxy', 'test'), full)
  for (let line = 0; line < 100; line += 1) {
    expect(() => log.error({ line }, 'x'.repeat(1000))).not.toThrow()
    await pause(0)
  }
  closeSync(full)
})
