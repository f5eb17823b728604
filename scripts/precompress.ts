import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|html|svg|webmanifest|wasm)$/
/** Bytes; smaller files gain nothing. */
const least = 1000
/** The highest, 11, takes ten times as long and saves a thirtieth. */
const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }

/** Writes beside each built file what the server sends to a browser that takes it compressed: once, not at each request. */
export function precompress(): Plugin {
  let directory = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      directory = build.write ? resolve(root, build.outDir) : ''
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of directory ? readdirSync(directory, { recursive: true, encoding: 'utf8' }) : []) {
          const path = join(directory, file)
          if (!compressible.test(file) || statSync(path).size < least) continue
          const content = readFileSync(path)
          writeFileSync(`${path}.br`, brotliCompressSync(content, { params: quality }))
          writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
        }
      },
    },
  }
}
