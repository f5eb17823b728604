import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** Source of each program, and of the clock that is preloaded into all of them. */
const sources = {
  proxy: 'src/proxy/main.ts',
  connect: 'src/connect/main.ts',
  fleet: 'bench/soak/fleet/main.ts',
  clock: 'bench/soak/shifted-clock.ts',
} as const

/**
 * Bundles the programs, as the package's build does: they are started hundreds of times, and so in half the time.
 * @returns the file of each, and what removes them.
 */
export async function buildPrograms() {
  // Within the project, where the packages are found.
  const folder = join('node_modules', '.cache', `soak-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: true, target: 'node20', outDir: folder, emptyOutDir: true, rolldownOptions: { input: sources } },
  })
  const fileOf = (name: keyof typeof sources): string => join(process.cwd(), folder, `${name}.js`)
  return { fileOf, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
export type Programs = Awaited<ReturnType<typeof buildPrograms>>
