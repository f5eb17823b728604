import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const reportSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })) }),
})

const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const config = resolve('.dependency-cruiser.cjs')

/** What is checked of all below `src` in a folder. */
const cruise = (folder: string) => {
  const { stdout } = spawnSync(process.execPath, [program, 'src', '--config', config, '-T', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return reportSchema.parse(JSON.parse(stdout))
}

/** A tree beside this one, whose files others read meanwhile. @param files the text of each by its path. */
function treeOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-walls-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

describe('the files of styles', () => {
  it('have each their own name, since their class names are made of it', () => {
    const names = readdirSync('src/web', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.module.css'))
      .map((file) => basename(file))
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('the walls between the areas', { timeout: 120_000 }, () => {
  it('are checked over every source file, and none is crossed', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    expect(files.length).toBeGreaterThan(100)
    const { modules, summary } = cruise('.')
    const seen = new Set(modules.map(({ source }) => source))
    expect(files.filter((file) => !seen.has(file))).toEqual([])
    expect(summary.violations).toEqual([])
  })

  it('are seen where the panel imports the proxy, the rules import Node, or two features meet', () => {
    const tree = treeOf({
      'tsconfig.json': '{}',
      'src/proxy/config.ts': '',
      'src/web/features/set-point/set-point.tsx': '',
      'src/web/ui/probe.ts': "import '../../proxy/config.ts'\n",
      'src/connect/commands/probe.ts': "import 'node:fs'\n",
      'src/web/features/failures/probe.ts': "import '../set-point/set-point.tsx'\n",
    })
    const crossed = cruise(tree).summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
    expect(crossed.sort()).toEqual([
      'src/connect/commands/probe.ts: no-node-here',
      'src/web/features/failures/probe.ts: from ^src/web/features/([^/]+)',
      'src/web/ui/probe.ts: from ^src/web/ui',
    ])
  })
})
