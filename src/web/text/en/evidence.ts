import type { Evidence, ReadBack, Verdict } from '#contract/panel/operation.ts'

/** What was found out about a send after its end, by the server and by people. */
export const evidence = {
  searchingTitle: 'Looking for evidence',
  searching: 'The server watches what the device reports and what EnOS tells of the command, for 10 minutes.',
  held: 'Until this is cleared up, nothing else is sent to this point.',
  verdicts: {
    confirmedLate: {
      title: 'Confirmed late',
      means: 'The device has acted, though no answer came in time.',
    },
    probablyNotApplied: {
      title: 'Probably not applied',
      means: 'What came after the send speaks against it. Look at the machine where it matters.',
    },
    cannotTell: {
      title: 'Cannot tell',
      means: 'Nothing that came after the send tells whether the device acted. Look at the machine.',
    },
  } satisfies Record<Verdict['kind'], { title: string; means: string }>,
  none: 'No report is surely newer than the send.',
  /** `clock` e.g. `14:03:11`, `after` e.g. `4 s`. */
  reportedSame: (value: string, clock: string, after: string) =>
    `The device reported ${value} at ${clock}, ${after} after the send. That is the value that was sent.`,
  reportedOther: (value: string, clock: string, after: string) =>
    `The device reported ${value} at ${clock}, ${after} after the send. That is another value.`,
  commandState: {
    done: (clock: string) => `EnOS told at ${clock} that the device had confirmed the command.`,
    refused: (clock: string, code: string) => `EnOS told at ${clock} that the device had refused the command${code}.`,
    notSent: (clock: string, code: string) => `EnOS told at ${clock} that the command was never sent${code}.`,
  } satisfies Record<
    Extract<Evidence, { kind: 'commandState' }>['outcome'],
    ((clock: string) => string) | ((clock: string, code: string) => string)
  >,
  withCode: (code: number) => ` (code ${code})`,

  lastReport: (value: string, clock: string) => `Last report: ${value} at ${clock}`,
  order: {
    before: 'before the send, so it says nothing',
    beforeByClock: 'by the device’s clock before the send',
    after: 'after the send',
    ahead: 'by a clock that is ahead',
  },
  noReport: 'The device has not reported this value yet.',
  /** Of one that is done, until the server has found out whether the device reports what it confirmed. */
  awaited: {
    never: 'The device has not reported this value yet.',
    before: 'Not reported yet. What the device shows may still be the old value.',
    beforeByClock: 'Not reported since, by the device’s clock. What it shows may still be the old value.',
    after: 'Reported since the send. The server compares that with what was sent, for a minute at most.',
    ahead: 'The device’s clock is ahead, so its report does not tell whether it came after the send.',
  },

  readBack: {
    same: 'The device reports the new value',
    other: 'The device reports another value',
    notReported: 'No report is surely newer than the send',
  } satisfies Record<ReadBack['kind'], string>,
  readBackWaiting: 'Waiting for a report of the value. What the device shows may still be the old one.',
  readBackNever: 'The value it shows may still be the old one.',

  acknowledgedBy: (person: string, moment: string) => `Checked by ${person}, ${moment}`,
  acknowledge: {
    reason: 'What did you check, and what did you find?',
    suggestions: ['Looked at the machine: it acted.', 'Looked at the machine: it did not act.'],
    hint: 'Sending again may make the device act twice. Your name and your words stay in the record.',
    button: 'I have checked',
    busy: 'Recording',
    missing: 'Write what you have checked.',
    failed: 'This was not recorded.',
    notAllowed: 'Saying that it was checked needs the role operator.',
  },
}
