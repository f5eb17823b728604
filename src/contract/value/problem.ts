/**
 * Why a value cannot be sent, as data: the sentence is chosen by whoever shows it.
 * Every sentence names the limit (§6) and what would be right.
 */
export type ValueProblem =
  | { kind: 'empty' }
  /** `suggestion`: the number that was probably meant (`+5` → `5`), where there is one. */
  | { kind: 'notNumber'; suggestion: string | null }
  /** `grouped`: what `1,500` means where the comma groups digits; null where it cannot. */
  | { kind: 'decimalComma'; suggestion: string; grouped: string | null }
  | { kind: 'notInteger' }
  | { kind: 'outOfRange'; minimum: string; maximum: string }
  | { kind: 'belowMinimum'; minimum: string }
  | { kind: 'aboveMaximum'; maximum: string }
  | { kind: 'offStep'; step: string; base: string }
  /** A rule of the plant's policy is narrower than the model, at this end or (`rule` is null) at the other; `unit` may be empty. */
  | { kind: 'belowRule'; minimum: string; unit: string; rule: string | null }
  | { kind: 'aboveRule'; maximum: string; unit: string; rule: string | null }
  /** `present`: what the device reported last. */
  | { kind: 'stepOverRule'; largestStep: string; present: string; unit: string; rule: string }
  | { kind: 'notBool' }
  /** `asNumber`: the key goes out as a number, without quotes. */
  | { kind: 'notInEnum'; keys: string[]; asNumber: boolean }
  | { kind: 'notText' }
  | { kind: 'tooManyBytes'; bytes: number; limit: number }
  | { kind: 'brokenCharacter' }
  /** `form`: not written as a date; `calendar`: no such day or time, as 30 February. */
  | { kind: 'notDate'; reason: 'form' | 'calendar' }
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
