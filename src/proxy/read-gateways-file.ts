import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import { readSecret } from '#service/read-secret.ts'
import type { GatewayConfig } from './gateway-config.ts'
import { readRoute } from './read-route.ts'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case letters, digits and hyphens between them')

const oneOf =
  (value: 'accessKey' | 'secretKey') =>
  (entry: Record<string, unknown>): boolean =>
    (entry[value] === undefined) !== (entry[`${value}File`] === undefined)

/** A gateway with an address (§4). Names of files are relative to the folder of the gateways file. */
const addressed = z
  .strictObject({
    id,
    name: text,
    kind: z.enum(['production', 'test', 'embedded']),
    url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
    accessKey: text.optional(),
    accessKeyFile: text.optional(),
    secretKey: text.optional(),
    secretKeyFile: text.optional(),
    orgId: text,
    treeIds: z.array(text).default([]),
    caFile: text.optional(),
  })
  .refine(oneOf('accessKey'), { path: ['accessKey'], error: 'give either accessKey or accessKeyFile' })
  .refine(oneOf('secretKey'), { path: ['secretKey'], error: 'give either secretKey or secretKeyFile' })

/** The embedded EnOS, which is started along. */
const startedAlong = z.strictObject({ id, name: text.optional(), kind: z.literal('embedded') })

const isStartedAlong = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'kind' in entry && entry.kind === 'embedded' && !('url' in entry)

type Entry = z.output<typeof addressed> | z.output<typeof startedAlong>

const entry = z.unknown().transform((value, context): Entry => {
  const { success, data, error } = (isStartedAlong(value) ? startedAlong : addressed).safeParse(value)
  if (success) return data
  for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

const list = z
  .array(entry)
  .min(1, 'names no gateway')
  .check(({ value, issues }) => {
    const seen = new Set<string>()
    value.forEach((one, index) => {
      const message = `there is another gateway ${one.id}`
      if (seen.has(one.id)) issues.push({ code: 'custom', input: one, path: [index, 'id'], message })
      seen.add(one.id)
    })
    if (value.filter((one) => !('url' in one)).length > 1) {
      issues.push({ code: 'custom', input: value, path: [], message: 'only one embedded EnOS can be started along' })
    }
  })

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')

/** What JSON.parse says would quote the file, and with it a key. */
function parse(file: string): unknown {
  let json: string
  try {
    json = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`GATEWAYS_FILE: ${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  try {
    return JSON.parse(json)
  } catch (error) {
    const position = /at position \d+/.exec(error instanceof Error ? error.message : '')?.[0] ?? ''
    throw new Error(`GATEWAYS_FILE: ${file} is no JSON ${position}`.trimEnd())
  }
}

function entriesOf(file: string): Entry[] {
  const json = parse(file)
  const isWrapped = typeof json === 'object' && json !== null && !Array.isArray(json)
  const schema = isWrapped ? z.strictObject({ gateways: list }).transform(({ gateways }) => gateways) : list
  const { success, data, error } = schema.safeParse(json)
  if (success) return data
  const mistakes = error.issues.map(({ path, message }) => `${pathText(path)} ${message}`.trim())
  throw new Error(`GATEWAYS_FILE: ${file}: ${mistakes.join('; ')}`)
}

/** Whether the file asks for the embedded EnOS to be started along. */
export const wantsEmbedded = (file: string): boolean => entriesOf(file).some((one) => !('url' in one))

/**
 * Gateways from a JSON file: a list, or `{"gateways": […]}`.
 * @param embedded the embedded EnOS that was started along, where the file asks for it.
 * @returns the gateways in the file's order, and what should be mended though it works.
 * @throws Error that names the file and the place of every mistake; never a key.
 */
export function readGatewaysFile(
  file: string,
  embedded: GatewayConfig | undefined,
): { gateways: GatewayConfig[]; warnings: string[] } {
  const entries = entriesOf(file)
  const beside = (name: string): string => resolve(dirname(file), name)
  const gateways = entries.map((one, index): GatewayConfig => {
    if (!('url' in one)) {
      if (embedded) return { ...embedded, id: one.id, name: one.name ?? embedded.name }
      throw new Error(`GATEWAYS_FILE: ${file}: [${index}] has no url, and no embedded EnOS is started by this program`)
    }
    const { name, kind, url: address, orgId, treeIds, caFile } = one
    const key = (member: 'accessKey' | 'secretKey'): string => {
      const from = one[`${member}File`]
      return one[member] ?? readSecret(`GATEWAYS_FILE: [${index}].${member}File`, beside(from ?? ''))
    }
    return {
      id: one.id,
      name,
      kind,
      address,
      accessKey: key('accessKey'),
      secretKey: key('secretKey'),
      orgId,
      treeIds,
      route: readRoute(address, caFile && beside(caFile), `GATEWAYS_FILE: [${index}].caFile`),
    }
  })
  // A warning and no refusal: containers mount secrets readable by all, inside a container that has one user.
  const isOpen = process.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0
  const holdsKeys = entries.some((one) => 'url' in one && (one.accessKey ?? one.secretKey) !== undefined)
  const warning = `GATEWAYS_FILE: ${file} holds keys and everybody on this machine may read it: chmod 600 it, or name accessKeyFile and secretKeyFile`
  return { gateways, warnings: isOpen && holdsKeys ? [warning] : [] }
}
