import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What `createChunkOf` of vite.config.ts calls the chunk of the control screen with a device and a point. */
const chunk = /^first-.{8}\.js$/
/** What a chunk imports without waiting, in the builder's own short way of writing. */
const imports = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g

/** The JavaScript that comes before anything can be typed, in kB of 1000 bytes, gzip -9, from the built files alone. */
export function firstLoadSize(assets: string): number {
  const needed = new Set(readdirSync(assets).filter((name) => chunk.test(name)))
  let size = 0
  for (const name of needed) {
    const code = readFileSync(join(assets, name))
    size += gzipSync(code, { level: 9 }).length / 1000
    for (const [, next] of code.toString().matchAll(imports)) if (next) needed.add(next)
  }
  return size
}
