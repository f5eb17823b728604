import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseExact, stringifyExact } from '../src/contract/value/exact.ts'
import { demoFleet } from './demo-fleet/demo-fleet.ts'

it('the committed demo fleet is what `tsx scripts/make-demo-fleet.ts` writes', () => {
  const committed = parseExact(readFileSync(new URL('../fleets/demo.json', import.meta.url), 'utf8'))
  expect(committed).toEqual(parseExact(stringifyExact(demoFleet())))
})
