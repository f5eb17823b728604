import type { ProblemSentences, ValueProblem } from './problem.ts'
import { sentenceOf } from './sentence-of.ts'

const withUnit = (value: string, unit: string) => (unit === '' ? value : `${value} ${unit}`)

const source = (rule: string | null) => (rule === null ? 'the device’s model' : `the rule “${rule}”`)

const listed = (names: string[]) =>
  names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ')

/** English, for the panel and for the messages of the API. */
export const problemSentencesEn = {
  empty: () => 'Enter a value.',
  notNumber: ({ suggestion }) =>
    suggestion === null ? 'Must be a number, such as 12 or -0.5.' : `Write the number as ${suggestion}.`,
  decimalComma: ({ suggestion, grouped }) =>
    grouped === null
      ? `Use a point for the decimals: ${suggestion}.`
      : `A comma is not allowed: write ${grouped} or, with decimals, ${suggestion}.`,
  notInteger: () => 'Enter a whole number: digits only, without a point or an exponent.',
  outOfRange: ({ minimum, maximum }) => `Must be from ${minimum} to ${maximum}.`,
  belowMinimum: ({ minimum }) => `Must be at least ${minimum}.`,
  aboveMaximum: ({ maximum }) => `Must be at most ${maximum}.`,
  offStep: ({ step, base }) => `Must be in steps of ${step}, counted from ${base}.`,
  belowRule: ({ minimum, unit, rule }) => `At least ${withUnit(minimum, unit)} by ${source(rule)}.`,
  aboveRule: ({ maximum, unit, rule }) => `At most ${withUnit(maximum, unit)} by ${source(rule)}.`,
  stepOverRule: ({ largestStep, present, unit, rule }) =>
    `By at most ${withUnit(largestStep, unit)} at once by the rule “${rule}”: the device reports ${withUnit(present, unit)}.`,
  notBool: () => 'Must be true or false.',
  notInEnum: ({ keys, asNumber }) => {
    if (keys.length === 0) return 'The model names no values for this enum, so none can be set.'
    return `Must be one of ${listed(keys)} (${asNumber ? 'a number' : 'a text'}).`
  },
  notText: () => 'Must be a text.',
  tooManyBytes: ({ bytes, limit }) => `Too long: ${bytes} bytes in UTF-8, at most ${limit} are allowed.`,
  brokenCharacter: () => 'Contains half a character, which cannot be sent: enter that character again.',
  notDate: ({ reason }) =>
    reason === 'form'
      ? 'Write the date as 2026-01-31 or, with the time, as 2026-01-31 23:59:59.'
      : 'There is no such day or time: check the day of the month, and the time up to 23:59:59.',
  notTimestamp: () => 'Enter whole milliseconds since 1970 in UTC, digits only, such as 1700000000000.',
  notArray: () => 'Must be a list, such as [1, 2].',
  tooManyElements: ({ count, limit }) => `Too many elements: ${count}, at most ${limit} are allowed.`,
  notStruct: () => 'Must be an object with the members of the model.',
  memberMissing: ({ member }) => `The member ${member} is required.`,
  memberUnknown: ({ member, members }) =>
    members.length === 0
      ? `The model has no member ${member}, and no others.`
      : `The model has no member ${member}; its members are ${listed(members)}.`,
  notJson: ({ reason, position }) =>
    position === null ? `This is not JSON: ${reason}.` : `This is not JSON at character ${position + 1}: ${reason}.`,
  notSettable: ({ dataType }) => `A value of type ${dataType} cannot be set here.`,
} satisfies ProblemSentences

export const englishSentenceOf = (problem: ValueProblem): string => sentenceOf(problem, problemSentencesEn)
