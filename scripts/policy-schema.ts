import { mkdirSync, writeFileSync } from 'node:fs'
import { policyJsonSchema } from '../src/proxy/access/policy-json-schema.ts'

const folder = new URL('../docs/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('policy.schema.json', folder), `${JSON.stringify(policyJsonSchema(), null, 2)}\n`)
