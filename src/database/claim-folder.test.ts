import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claimFolder } from './claim-folder.ts'

describe('a data folder', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'setpoint-claim-')), 'made')

  it('belongs to one program of a kind at a time, and is free again when that gives it back', () => {
    const release = claimFolder(folder, 'proxy', 'another proxy')
    expect(() => claimFolder(folder, 'proxy', 'another proxy')).toThrow(
      `the data folder ${folder} is in use by another proxy`,
    )
    release()
    claimFolder(folder, 'proxy', 'another proxy')()
  })

  it('that cannot be made is refused in a sentence, and not called in use', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'setpoint-claim-')), 'file')
    writeFileSync(file, '')
    expect(() => claimFolder(join(file, 'folder'), 'proxy', 'another proxy')).toThrow(
      /proxy\.lock cannot be written \(ENOTDIR.*\): let this program's account write there, or name another folder with DATA_DIR$/,
    )
  })

  it('may be shared by programs of different kinds', () => {
    const releases = ['proxy', 'connect'].map((name) => claimFolder(folder, name, 'another'))
    for (const release of releases) release()
  })
})
