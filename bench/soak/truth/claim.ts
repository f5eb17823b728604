/** What must hold for every command, by the name under which a violation is told (docs/truth-check.md). */
export const claims = {
  done: 'what is said to be done, the device did exactly once',
  exact: 'what a device is told has exactly the digits that were asked for',
  onceOnly: 'no command is told to a device or done by it twice',
  didNotAct: 'of what is said to be not sent, no device was told; what is said to be refused, no device did',
  unknown: 'an outcome is unknown only where the evidence was lost',
  verdict: 'what was found out of an unknown outcome by its command is true',
  accepted:
    'what was accepted for later was sent, or expired, was canceled, or waits; and what was not sent no device was told',
  order: 'a device is told its commands in the order of their acceptance',
  settled: 'no command stays in flight for longer than was agreed, and the proxy follows each to its end',
  canceled: 'what a cancel call lists is canceled',
  sameKey: 'one key makes at most one command, and every answer under it says the same',
  recordFirst: 'no device is told anything that is not on record',
  queue: 'at most 50 commands wait for one device',
  record: 'the hash chain is whole, the counters are exact, and no database is damaged',
  programs: 'no program ends by itself, and each starts again after whatever happened',
} as const
export type Claim = keyof typeof claims
