import { execSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const built = ['dist/web/index.html', 'dist/server/setpoint.js']
const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'public', 'src']

const newest = (path: string): number => {
  const state = statSync(path)
  if (!state.isDirectory()) return state.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Builds panel and server unless what is there is newer than every source. */
export function buildIfNeeded(): void {
  const oldest = Math.min(...built.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)))
  if (oldest > Math.max(...sources.map(newest))) return
  console.error('Building the panel and its server (once)…')
  execSync('npm run --silent build', { stdio: ['inherit', 2, 2] })
}
