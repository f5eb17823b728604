import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fleetJsonSchema } from './json-schema.ts'

it('the JSON Schema in docs is the one of the code; if not: npm run fleet-schema', () => {
  const kept: unknown = JSON.parse(readFileSync(new URL('../../../docs/fleet.schema.json', import.meta.url), 'utf8'))
  expect(kept).toEqual(JSON.parse(JSON.stringify(fleetJsonSchema())))
})
