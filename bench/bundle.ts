import { SourceMap } from 'node:module'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/*
 * `npm run bundle [chunk]`: what each file of the built panel is made of, by source file, heaviest first.
 * The bytes are those after minifying; each gzip'd size is that of a file's text by itself, so their sum is more.
 */

/** Sources of fewer bytes are left out. */
const least = 250

function bytesOf(code: string, map: unknown): Map<string, string> {
  const sources = new Map<string, string>()
  const found = new SourceMap(map as ConstructorParameters<typeof SourceMap>[0])
  code.split('\n').forEach((line, row) => {
    let begin = 0
    let owner = ''
    for (let column = 0; column <= line.length; column++) {
      const entry = column < line.length ? found.findEntry(row, column) : undefined
      const source = entry && 'originalSource' in entry ? String(entry.originalSource ?? '') : ''
      if (source === owner && column < line.length) continue
      sources.set(owner, (sources.get(owner) ?? '') + line.slice(begin, column))
      begin = column
      owner = source
    }
  })
  return sources
}

const wanted = process.argv[2] ?? ''
const built = await build({ logLevel: 'error', build: { write: false, sourcemap: 'hidden' } })
for (const file of 'output' in built ? built.output : []) {
  if (file.type !== 'chunk' || !file.map || !file.name.startsWith(wanted)) continue
  console.log(`\n${file.fileName}: ${file.code.length} bytes, ${gzipSync(file.code, { level: 9 }).length} gzip'd`)
  const rows = [...bytesOf(file.code, file.map)].sort(([, a], [, b]) => b.length - a.length)
  for (const [source, text] of rows.filter(([, text]) => text.length >= least)) {
    const name = (source || '(joints)').replace(/^(\.\.\/)+/, '').replace(/^.*node_modules\//, '')
    console.log(
      `${String(text.length).padStart(7)} ${String(gzipSync(text, { level: 9 }).length).padStart(6)}  ${name}`,
    )
  }
}
