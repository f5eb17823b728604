import * as z from 'zod'
import { type ExactNumber, exactJsonSchema, isExactNumber } from '#contract/value/exact.ts'

const plain = (value: unknown): unknown => (isExactNumber(value) ? Number(value.value) : value)
const number = z.preprocess(plain, z.number())
const seconds = z.preprocess(plain, z.number().nonnegative().max(86_400))
const limit = z.custom<ExactNumber>(isExactNumber, 'Invalid input: expected number')
const flag = z.boolean().default(false)

/** How a device answers what it is told. Left out: at once, with code 200, having acted. */
export const answerSchema = z.strictObject({
  after: seconds.default(0).describe('Seconds from the command to acting and answering.'),
  never: flag.describe('Stays silent: a time-out (11915). It does not act, unless actsAnyway.'),
  code: z
    .preprocess(plain, z.int())
    .default(200)
    .describe('The code of its answer; not 0 or 200: refuses, and does not act.'),
  message: z.string().optional().describe('The reason it gives with a refusal.'),
  actsAnyway: flag.describe('Acts although it refuses or stays silent.'),
  twice: flag.describe('Sends its answer two times.'),
  wrongId: flag.describe('Answers to another command id than the one it was sent: a time-out.'),
  drops: flag.describe('Loses its connection when told, instead of answering; it is back after 3 s.'),
})
export type Answer = z.infer<typeof answerSchema>

/** The `simulate` section of a device in a fleet file: what it reports, and how it behaves when told. */
export const simulateSchema = z.strictObject({
  reportEvery: seconds.default(5).describe('Seconds between reports of what changed; once a minute it reports all.'),
  values: z.record(z.string(), exactJsonSchema).default({}).describe('First value of each point, digits as reported.'),
  drift: z
    .record(z.string(), number)
    .default({})
    .describe('Points that wander, and how far at most from where they were set.'),
  rise: z.record(z.string(), number).default({}).describe('Points that count up, and by how much with each report.'),
  quality: z
    .record(z.string(), z.preprocess(plain, z.int().min(0).max(9)))
    .default({})
    .describe('Quality 0…9 of points with hasQuality; 0 where not named.'),
  follow: z
    .record(
      z.string(),
      z.strictObject({
        point: z.string().describe('The point that leads.'),
        after: seconds.default(1).describe('Seconds until it follows.'),
        atMost: flag.describe('Takes the leading value as its ceiling instead of as its value.'),
      }),
    )
    .default({})
    .describe('Measured points that follow a point that is set.'),
  clamp: z
    .record(z.string(), z.strictObject({ minimum: limit, maximum: limit }))
    .default({})
    .describe('Points the device limits by itself: it answers 200 and reports the limit.'),
  answer: answerSchema.prefault({}).describe('How it answers commands.'),
  answers: z
    .record(z.string(), answerSchema)
    .default({})
    .describe('How it answers for single points, instead of answer.'),
  schedule: z
    .strictObject({
      online: seconds.describe('Seconds it stays connected; 0: it never connects.'),
      offline: seconds.optional().describe('Seconds it stays away; left out: it never returns.'),
    })
    .optional()
    .describe('Comes and goes. Left out: always connected.'),
  stayInactive: flag.describe('Never connects, so that it is never activated (11888).'),
  activate: flag.describe("Signs in with the product's secret and waits to be told its own (dynamic activation)."),
  subDevices: z
    .array(z.strictObject({ productKey: z.string(), deviceKey: z.string() }))
    .default([])
    .describe('A gateway: the devices of this file that it signs in on its own connection.'),
  registers: z
    .record(z.string(), z.string())
    .default({})
    .describe('A device with a Custom data format: the register names of its frames, and the points they stand for.'),
})
export type Simulate = z.infer<typeof simulateSchema>
