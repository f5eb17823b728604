import * as z from 'zod/mini'
import { type FailureName, failures } from '../enos/failures.ts'
import { pointClasses } from './role.ts'

/**
 * What happened to one send, in one word.
 * - `waiting`: on its way; an instant command, or a cached one that was handed to the device and not yet answered.
 * - `queued`: kept for the device, not sent yet.
 * - `done`: the device confirmed. - `notSent`, `refused`: the device did not act. - `unknown`: it may have acted.
 */
export const outcomes = ['waiting', 'queued', 'done', 'notSent', 'refused', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

/** An outcome that will not change by itself. */
export const isFinal = (outcome: Outcome): boolean => outcome !== 'waiting' && outcome !== 'queued'

/** The steps of one operation in the order in which they can happen. */
export const stepKinds = [
  'recorded',
  'sent',
  'accepted',
  'queued',
  'released',
  'answered',
  'timedOut',
  'expired',
  'canceled',
  'connectionLost',
  'interrupted',
] as const
const stepSchema = z.object({
  kind: z.enum(stepKinds),
  /** ms since the epoch. */
  time: z.int(),
  /** The gateway's code or text, where it gave one. */
  detail: z.optional(z.string()),
})
export type Step = z.infer<typeof stepSchema>

/**
 * What the person was shown when pressing send: kept with the record, never used to decide anything.
 * Travels percent-encoded as JSON in the header `Setpoint-Shown`.
 */
export const shownSchema = z.object({
  deviceName: z.string().check(z.maxLength(256)),
  pointName: z.string().check(z.maxLength(256)),
  /** As for people, e.g. `kW`; empty for none. */
  unit: z.string().check(z.maxLength(64)),
  /** A data type of §6, or empty where the point is unknown to the look-ups. */
  dataType: z.string().check(z.maxLength(16)),
  /** For people, e.g. `3 300.0` → `2 850.0`. */
  beforeText: z.string().check(z.maxLength(256)),
  afterText: z.string().check(z.maxLength(256)),
  /** When the device reported the value before; ms since the epoch, 0 for never. */
  beforeTime: z.int(),
  /** The sentence that was confirmed. */
  sentence: z.string().check(z.maxLength(1024)),
})
export type Shown = z.infer<typeof shownSchema>

/** The device reported a value after the send. `time` by the device's clock, `seenTime` by the proxy's; ms since the epoch. */
const reportSchema = z.object({
  kind: z.literal('report'),
  time: z.int(),
  seenTime: z.int(),
  /** Exact JSON text. */
  value: z.string(),
  /** Whether it is the value that was sent, within the tolerance of its type. */
  isSame: z.boolean(),
})
/** What may tell whether a device acted; each is newer than the send. */
const evidenceSchema = z.discriminatedUnion('kind', [
  reportSchema,
  /** The command was seen in another state (§2.1) later, and `outcome` is what that state means. */
  z.object({
    kind: z.literal('commandState'),
    time: z.int(),
    seenTime: z.int(),
    state: z.int(),
    code: z.nullable(z.int()),
    outcome: z.enum(['done', 'refused', 'notSent']),
    /** Of the command that was found where the answer named none: the only one that can be the send's. */
    commandId: z.optional(z.string()),
  }),
])
export type Evidence = z.infer<typeof evidenceSchema>

export const verdictKinds = ['confirmedLate', 'probablyNotApplied', 'cannotTell'] as const
/** What was found out of an unknown outcome afterwards, once; the outcome stays `unknown` and is shown with it. */
export const verdictSchema = z.object({
  kind: z.enum(verdictKinds),
  /** When it was reached; ms since the epoch. */
  time: z.int(),
  evidence: z.array(evidenceSchema),
})
export type Verdict = z.infer<typeof verdictSchema>

/** Whether the device reports what it confirmed: the same value, another, or none that is newer than the send. */
export const readBackSchema = z.object({
  kind: z.enum(['same', 'other', 'notReported']),
  /** When it was decided; ms since the epoch. */
  time: z.int(),
  report: z.nullable(reportSchema),
})
export type ReadBack = z.infer<typeof readBackSchema>

/** A person's word that they have looked after an unknown outcome themselves: sending to the point is open again. */
export const acknowledgedSchema = z.object({
  person: z.string(),
  /** ms since the epoch. */
  time: z.int(),
  reason: z.string(),
})
export type Acknowledged = z.infer<typeof acknowledgedSchema>

const failureName = z.enum(Object.keys(failures) as [FailureName, ...FailureName[]])

/** One send of one value, from the press of the button on. */
export const operationSchema = z.object({
  id: z.string(),
  /** Grows with every change of any operation: the cursor of lists and of the event stream. */
  revision: z.int(),
  idempotencyKey: z.string(),
  /** Who sent it, by name. */
  person: z.string(),
  /** The person's id; absent in records of before people signed in. */
  personId: z.optional(z.string()),
  /** The gateway's id; absent in records of before there could be several. */
  gatewayId: z.optional(z.string()),
  /** The address that the send came from, as the proxy saw it; absent in records of before this was kept. */
  remoteAddress: z.optional(z.string()),
  /** Why, in the person's words; absent where none was asked for. */
  reason: z.optional(z.string()),
  /** ms since the epoch. */
  createTime: z.int(),
  /** When it ended; null while it has not. */
  endTime: z.nullable(z.int()),
  orgId: z.string(),
  assetId: z.string(),
  productKey: z.string(),
  deviceKey: z.string(),
  /** The device's asset as EnOS knows it, however the call named it; absent where it was not looked up. */
  deviceAssetId: z.optional(z.string()),
  measurepointId: z.string(),
  /** By the policy at the time of the send; absent where there was none. */
  pointClass: z.optional(z.enum(pointClasses)),
  /** Exact JSON text that the device had to report at the time of the send; absent where that was not asked for. */
  expectedValue: z.optional(z.string()),
  /** Seconds. */
  pendingTtl: z.int(),
  /** Seconds. */
  timeout: z.int(),
  /** The body, character by character as signed and sent, e.g. `{"value":1.0}`. */
  body: z.string(),
  shown: z.nullable(shownSchema),
  outcome: z.enum(outcomes),
  /** Why it is not done; null while waiting or when done. */
  failure: z.nullable(failureName),
  /** The gateway's or the device's number; null where there was none. */
  code: z.nullable(z.int()),
  /** The gateway's or the device's own words, verbatim. */
  message: z.string(),
  /** 19 digits as text; empty until known. */
  commandId: z.string(),
  /** State of the command (§2.1) as last seen; null where there is no command. */
  state: z.nullable(z.int()),
  steps: z.array(stepSchema),
  /** The gateway's raw answer; empty where there was none. */
  answer: z.string(),
  /** Only of an unknown outcome; absent while evidence is gathered. */
  verdict: z.optional(verdictSchema),
  /** Only of one that is done; absent while the device may still report. */
  readBack: z.optional(readBackSchema),
  /** Only of an unknown outcome. */
  acknowledged: z.optional(acknowledgedSchema),
})
export type Operation = z.infer<typeof operationSchema>

/** Whether nothing has cleared up an unknown outcome by itself: neither what was found out nor a person. */
export const isUnresolved = ({ outcome, verdict, acknowledged }: Operation): boolean =>
  outcome === 'unknown' && !acknowledged && (!verdict || verdict.kind === 'cannotTell')
