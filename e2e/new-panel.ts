import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of the built panel that can be changed under a running server, as an update of the package does. */
export function copyPanel() {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-panel-'))
  cpSync('dist/web', folder, { recursive: true })
  const change = (name: string, from: RegExp, to: string) => {
    const path = join(folder, name)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${name} has nothing like ${from}`)
    writeFileSync(path, after)
    // What the build has compressed ahead is of the file before.
    for (const end of ['br', 'gz']) rmSync(`${path}.${end}`, { force: true })
  }
  return {
    folder,
    /** Another build: its page says so, and so does the list of what the service worker keeps. */
    build(name: string): void {
      change('index.html', /<html lang="en"[^>]*>/, `<html lang="en" data-build="${name}">`)
      change('service-worker.js', /url:"index\.html",revision:"[^"]*"/, `url:"index.html",revision:"${name}"`)
    },
    /** The files of the build before are gone, as after an update. */
    removeFiles(): void {
      rmSync(join(folder, 'assets'), { recursive: true })
    },
    restoreFiles(): void {
      cpSync('dist/web/assets', join(folder, 'assets'), { recursive: true })
    },
    remove(): void {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
