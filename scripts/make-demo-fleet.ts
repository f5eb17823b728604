import { writeFileSync } from 'node:fs'
import { stringify } from 'lossless-json'
import { demoFleet } from './demo-fleet/demo-fleet.ts'

/** Writes the shipped demo fleet. Digits stay as the models state them. */
writeFileSync('fleets/demo.json', `${stringify(demoFleet(), null, 2)}\n`)
