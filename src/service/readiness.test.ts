import { describe, expect, it } from 'vitest'
import { createReadiness } from './readiness.ts'

describe('whether a program takes work', () => {
  it('is no while it starts and once it stops, without asking the disk', async () => {
    let writes = 0
    const readiness = createReadiness(async () => void writes++)
    expect(await readiness.whyNot()).toBe('starting')
    expect(writes).toBe(0)
    readiness.begin()
    expect(await readiness.whyNot()).toBe(null)
    readiness.end()
    readiness.begin()
    expect(await readiness.whyNot()).toBe('stopping')
    expect(writes).toBe(1)
  })

  it('asks the disk once for all who ask at the same time, and soon after', async () => {
    let writes = 0
    let now = 0
    const readiness = createReadiness(
      async () => void writes++,
      () => now,
    )
    readiness.begin()
    await Promise.all(Array.from({ length: 100 }, () => readiness.whyNot()))
    now = 2000
    await readiness.whyNot()
    expect(writes).toBe(1)
    now = 2001
    await readiness.whyNot()
    expect(writes).toBe(2)
  })

  it('is no for a while after a write of the program’s own failed, though a small one goes well', async () => {
    let now = 0
    const readiness = createReadiness(
      async () => undefined,
      () => now,
    )
    readiness.begin()
    readiness.writeFailed()
    now = 9999
    expect(await readiness.whyNot()).toBe('databaseNotWritable')
    now = 10_000
    expect(await readiness.whyNot()).toBe(null)
  })

  it('is no where the disk refuses, also where it does so at once', async () => {
    for (const write of [
      () => Promise.reject(new Error('full')),
      () => {
        throw new Error('closed')
      },
    ]) {
      const readiness = createReadiness(write)
      readiness.begin()
      expect(await readiness.whyNot()).toBe('databaseNotWritable')
    }
  })
})
