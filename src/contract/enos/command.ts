import * as z from 'zod/mini'
import { type ExactJson, isExactNumber, parsedJsonSchema } from '../value/exact.ts'
import { isMemberMap } from '../value/preview.ts'
import { integer, milliseconds, optionalText, received, text } from './reading.ts'
import { stringI18nSchema } from './string-i18n.ts'

/** The seven states of a command (§2.1), by the console's names. */
export const commandStates = {
  created: 1,
  canceled: 2,
  expired: 3,
  sent: 4,
  succeeded: 5,
  failed: 6,
  timedOut: 7,
} as const
export type CommandStateName = keyof typeof commandStates
export type CommandState = (typeof commandStates)[CommandStateName]

const stateSchema = received(
  (value) => integer.safeParse(value).data,
  z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]),
)

const bothSpellings = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'createLocalTime' in value
    ? { createLocaltime: value.createLocalTime, ...value }
    : value

/** A command as Get and Search Command return it (§2.1); both spellings and both types of every field are read. */
export const commandSchema = received(
  bothSpellings,
  z.object({
    commandId: text,
    orgId: optionalText,
    productKey: optionalText,
    deviceKey: optionalText,
    assetId: optionalText,
    /** ms since the epoch. */
    createTime: milliseconds,
    /** `YYYY-MM-DD HH:mm:ss` in the device's time zone. */
    createLocaltime: optionalText,
    /** 1 set measurement point, 2 service invocation. */
    commandType: integer,
    commandName: stringI18nSchema,
    /** Seconds. */
    timeout: integer,
    /** Seconds. */
    pendingTtl: integer,
    state: stateSchema,
    tslIdentifier: optionalText,
    /** The bare value, or `{pointId: value}` (§7.2 Q6): read it with {@link commandValue}. */
    inputData: z.optional(parsedJsonSchema),
    outputData: z.optional(parsedJsonSchema),
    /** Ours, absent on a real EnOS: the code and text with which a command in state 6 or 7 ended. */
    resultCode: z.nullish(integer),
    resultMsg: z.nullish(z.string()),
    /** Ours, absent on a real EnOS: when it was handed to the device, and when it ended; ms since the epoch. */
    sentTime: z.nullish(integer),
    endTime: z.nullish(integer),
  }),
)
export type Command = z.infer<typeof commandSchema>

/** The value of a command: bare, or under its point's id (§7.2 Q6). */
export function commandValue({ inputData, tslIdentifier }: Command): ExactJson | undefined {
  if (inputData === undefined || isExactNumber(inputData) || !isMemberMap(inputData)) return inputData
  const members = Object.keys(inputData)
  return members.length === 1 && members[0] === tslIdentifier ? inputData[tslIdentifier] : inputData
}
