import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

/** Files that a page names: links from its own folder, and paths in `code` from the root. */
function namedIn(page: string): string[] {
  const text = readFileSync(page, 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => join(dirname(page), path))
  const paths = [...text.matchAll(/`((?:src|e2e|bench|scripts|docs|fleets)\/[\w./-]+\.\w+)`/g)].map(
    ([, path = '']) => path,
  )
  return [...links, ...paths]
}

it.for(pages)('every file that %s names is there', (page) => {
  expect(namedIn(page).filter((path) => !existsSync(path))).toEqual([])
})
