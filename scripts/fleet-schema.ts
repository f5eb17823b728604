import { mkdirSync, writeFileSync } from 'node:fs'
import { fleetJsonSchema } from '../src/connect/fleet-file/json-schema.ts'

const folder = new URL('../docs/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('fleet.schema.json', folder), `${JSON.stringify(fleetJsonSchema(), null, 2)}\n`)
