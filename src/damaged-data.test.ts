import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { start } from './start.ts'

const free = { PROXY_PORT: '0', CONNECT_PORT: '0', MQTT_PORT: '0', LOG_LEVEL: 'silent' }
const plant = { ENOS_URL: 'https://apim.invalid', ENOS_ACCESS_KEY: 'a', ENOS_SECRET_KEY: 's', ENOS_ORG_ID: 'o1' }

/** A data folder in which one file is garbage. */
function folderWith(damaged: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-damaged-'))
  writeFileSync(join(folder, damaged), 'no database '.repeat(1000))
  return folder
}

const sentenceOn = (file: string): string =>
  `${file} is damaged (file is not a database): restore it from a backup, or move it away with `

it.each<[string, Record<string, string>]>([
  ['connect.sqlite', {}],
  ['proxy.sqlite', plant],
  ['people.sqlite', plant],
])(
  'on a damaged %s nothing is started, and one sentence says what to do',
  { timeout: 60_000 },
  async (file, environment) => {
    const folder = folderWith(file)
    const refusal = start({ ...free, ...environment, DATA_DIR: folder })
    await expect(refusal).rejects.toThrow(sentenceOn(join(folder, file)))
  },
)

it('the program then ends with 1, and shows no stack', async () => {
  const folder = folderWith('proxy.sqlite')
  const program = join(process.env.BUILT_PROGRAMS ?? '', 'setpoint.js')
  const child = spawn(process.execPath, [program, 'start'], {
    env: { ...process.env, ...free, ...plant, DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr)])
  expect(code).toBe(1)
  expect(said).toContain(sentenceOn(join(folder, 'proxy.sqlite')))
  expect(said.trim().split('\n')).toHaveLength(1)
}, 60_000)
