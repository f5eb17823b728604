import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Bundles programs for whoever starts them many times, as the package's build does: with tsx each start takes three times as
 * much of a processor.
 * @param sources the source of each program, by the name that its file gets.
 * @returns the absolute folder with `<name>.js` of each, and what removes it.
 */
export async function buildPrograms(title: string, sources: Record<string, string>) {
  // Within the project, where the packages are found.
  const outDir = join(process.cwd(), 'node_modules', '.cache', `${title}-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: true, target: 'node20', outDir, emptyOutDir: true, rolldownOptions: { input: sources } },
  })
  return { folder: outDir, remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
