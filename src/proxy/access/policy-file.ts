import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { Policy, PolicyState } from '#contract/panel/policy.ts'
import { fits } from './matches.ts'
import { readPolicy } from './read-policy.ts'

/** ms between two looks at the file: what is written counts within two seconds, however it was written. */
const lookEvery = 500

const nothing: Policy = { contact: '', grants: [], pointClasses: [], limits: [] }

const holdsForThemAlone =
  'the rule holds for its assetIds alone and for nothing below them: no asset tree of the gateway is configured'

export interface PolicyFile {
  /** The policy in force; null where no file is configured. */
  policy(): Policy | null
  state(): PolicyState
  /** From now on, a changed file counts. */
  watch(): void
  stop(): void
}

/** What the panel tells of a file that cannot be read: no path of this machine. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be opened'

/** @throws Error with a line for each mistake. */
function readFirst(file: string): { policy: Policy; text: string } {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`POLICY_FILE: ${file} cannot be read: ${codeOf(error)}`)
  }
  const read = readPolicy(text)
  if ('policy' in read) return { policy: read.policy, text }
  throw new Error([`POLICY_FILE: ${file} is not a policy:`, ...read.mistakes.map((line) => `  ${line}`)].join('\n'))
}

/**
 * The policy in a file. A changed file counts within a second; a wrong one is told of, and the last good one stays in force.
 * @param treeless the gateways of which no asset tree is configured: nobody can tell what lies below an asset there.
 * @throws Error at the start where the file is wrong or missing.
 */
export function openPolicyFile(
  file: string | null,
  logger: Pick<Logger, 'info' | 'warn' | 'error'>,
  treeless: readonly string[] = [],
): PolicyFile {
  if (file === null) {
    const state = (): PolicyState => ({ policy: nothing, since: null, error: null })
    return { policy: () => null, state, watch: () => {}, stop: () => {} }
  }
  const warn = ({ pointClasses, limits }: Policy): void => {
    for (const { rule, assetIds, gateways } of [...pointClasses, ...limits]) {
      const found = assetIds ? treeless.filter((id) => fits(gateways, id)) : []
      if (found.length > 0) logger.warn({ file, rule, gateways: found }, holdsForThemAlone)
    }
  }
  const first = readFirst(file)
  warn(first.policy)
  let state: PolicyState = { policy: first.policy, since: Date.now(), error: null }
  // Of what was read last, and of what was judged last: who writes may be half-way, so a mistake has to be there twice.
  let seen = first.text
  let judged = first.text

  function fail(mistakes: string[]): void {
    state = { ...state, error: { time: Date.now(), mistakes } }
    logger.error({ file, mistakes }, 'the policy file is wrong; the policy before stays in force')
  }

  function judge(text: string, mistakesCount: boolean): void {
    const read = readPolicy(text)
    if ('mistakes' in read) {
      if (!mistakesCount) return
      judged = text
      fail(read.mistakes)
      return
    }
    judged = text
    state = { policy: read.policy, since: Date.now(), error: null }
    const { pointClasses, limits, grants } = read.policy
    const counts = { pointClasses: pointClasses.length, limits: limits.length, grants: grants.length }
    logger.info({ file, ...counts }, 'another policy is in force')
    warn(read.policy)
  }

  async function look(path: string): Promise<void> {
    // A file that is gone has no text: a text of our own stands for it, which no file can have.
    const text = await readFile(path, 'utf8').catch((error: unknown) => `\0${codeOf(error)}`)
    const isSettled = text === seen
    seen = text
    if (text === judged) return
    if (!text.startsWith('\0')) return judge(text, isSettled)
    if (!isSettled) return
    judged = text
    fail([`the file cannot be read: ${text.slice(1)}`])
  }

  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const next = (): void => {
    timer = setTimeout(() => {
      // Nothing in it rejects, and the next look comes when this one is over, on whatever disk the file is.
      void look(file).finally(() => stopped || next())
    }, lookEvery).unref()
  }

  return {
    policy: () => state.policy,
    state: () => state,
    watch: next,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
