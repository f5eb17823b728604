import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newDirectory } from './running-proxy.suite.ts'

/** A policy file of its own, or another content for one that is there, as an editor would replace it. */
export function writePolicy(policy: object, file = join(newDirectory(), 'policy.json')): string {
  writeFileSync(`${file}.new`, JSON.stringify(policy))
  renameSync(`${file}.new`, file)
  return file
}
