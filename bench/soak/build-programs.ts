import { join } from 'node:path'
import { buildPrograms as bundle } from '../../scripts/build-programs.ts'

/** Source of each program, and of the clock that is preloaded into all of them. */
const sources = {
  proxy: 'src/proxy/main.ts',
  connect: 'src/connect/main.ts',
  fleet: 'bench/soak/fleet/main.ts',
  clock: 'bench/soak/shifted-clock.ts',
} as const

/** They are started hundreds of times. @returns the file of each, and what removes them. */
export async function buildPrograms() {
  const { folder, remove } = await bundle('soak', sources)
  return { fileOf: (name: keyof typeof sources): string => join(folder, `${name}.js`), remove }
}
export type Programs = Awaited<ReturnType<typeof buildPrograms>>
