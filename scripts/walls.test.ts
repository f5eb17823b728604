import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const reportSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })) }),
})

const cruise = (folder: string) => {
  const { stdout } = spawnSync('npx', ['depcruise', folder, '--config', '.dependency-cruiser.cjs', '-T', 'json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return reportSchema.parse(JSON.parse(stdout))
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

describe('the walls between the areas', () => {
  it('are checked over every source file, and none is crossed but where the panel imports the proxy, the rules import Node, or two features meet, which is seen', {
    timeout: 60_000,
  }, () => {
    const crossings = {
      'src/web/ui/crossing-probe': "import '../../proxy/config.ts'\n",
      'src/connect/commands/crossing-probe': "import 'node:fs'\n",
      'src/web/features/failures/crossing-probe': "import '../set-point/set-point.tsx'\n",
    }
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    expect(files.length).toBeGreaterThan(100)
    try {
      for (const [folder, line] of Object.entries(crossings)) {
        mkdirSync(folder)
        writeFileSync(join(folder, 'probe.ts'), line)
      }
      const { modules, summary } = cruise('src')
      const seen = new Set(modules.map(({ source }) => source))
      expect(files.filter((file) => !seen.has(file))).toEqual([])
      const crossed = new Set(summary.violations.map(({ from }) => from))
      expect([...crossed].sort()).toEqual(
        Object.keys(crossings)
          .map((folder) => `${folder}/probe.ts`)
          .sort(),
      )
    } finally {
      for (const folder of Object.keys(crossings)) rmSync(folder, { recursive: true, force: true })
    }
  })
})
