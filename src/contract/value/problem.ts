/**
 * Why a value cannot be sent, as data: the sentence is chosen by whoever shows it.
 * Every sentence names the limit (§6) and what would be right.
 */
export type ValueProblem =
  | { kind: 'empty' }
  | { kind: 'notNumber' }
  | { kind: 'decimalComma'; suggestion: string }
  | { kind: 'notInteger' }
  | { kind: 'outOfRange'; minimum: string; maximum: string }
  | { kind: 'belowMinimum'; minimum: string }
  | { kind: 'aboveMaximum'; maximum: string }
  | { kind: 'offStep'; step: string; base: string }
  | { kind: 'notBool' }
  | { kind: 'notInEnum'; keys: string[] }
  | { kind: 'notText' }
  | { kind: 'tooManyBytes'; bytes: number; limit: number }
  | { kind: 'brokenCharacter' }
  | { kind: 'notDate' }
  | { kind: 'notTimestamp' }
  | { kind: 'notArray' }
  | { kind: 'tooManyElements'; count: number; limit: number }
  | { kind: 'notStruct' }
  | { kind: 'memberMissing'; member: string }
  | { kind: 'memberUnknown'; member: string; members: string[] }
  | { kind: 'notJson'; reason: string; position: number | null }
  | { kind: 'notSettable'; dataType: string }

/** The sentences for one language; a missing one does not compile. */
export type ProblemSentences = { [K in ValueProblem['kind']]: (problem: Extract<ValueProblem, { kind: K }>) => string }
