/** What a plot of numbers tells somebody who does not see it; values with their unit, times of day. */
export interface NumbersTold {
  point: string
  from: string
  to: string
  lowest: string
  highest: string
  latest: string
  at: string
  count: number
}

/** The same of steps, which have no lowest and highest. */
export type StepsTold = Omit<NumbersTold, 'lowest' | 'highest'>

const reports = (count: number) => (count === 1 ? 'one report' : `${count} reports`)

/** What a point reported over time. */
export const trend = {
  title: 'Reported values',
  lastHour: 'Last hour',
  span: 'Time before and after',
  around: (span: string) => `± ${span}`,
  loading: 'Loading what was reported…',
  slow: 'The gateway takes its time; everything else can be used meanwhile.',
  empty: 'No reports in this span.',
  notGiven: 'This gateway gives no values over time.',
  notGivenSeen: 'This gateway gives no values over time: shown is what this panel has seen itself.',
  failed: 'What was reported could not be loaded.',
  failedSeen: 'What was reported could not be loaded: shown is what this panel has seen itself.',
  cut: (count: number) => `Only the newest ${count} reports of this span.`,
  numbers: ({ point, from, to, lowest, highest, latest, at, count }: NumbersTold) =>
    `${point}, ${from} to ${to}: lowest ${lowest}, highest ${highest}, latest ${latest} at ${at}; ${reports(count)}.`,
  steps: ({ point, from, to, latest, at, count }: StepsTold) =>
    `${point}, ${from} to ${to}: latest ${latest} at ${at}; ${reports(count)}.`,
  showValues: 'Show as a table',
  hideValues: 'Hide the table',
  time: 'Time',
  value: 'Reported value',
  newest: (shown: number, count: number) => `The newest ${shown} of ${count} reports.`,
  marks: {
    label: 'Marks in the plot',
    requested: 'Requested',
    sent: 'Value sent',
    draft: 'New value',
    readBack: 'Read back',
    lateReport: 'Reported afterwards',
    confirmed: 'Confirmed',
  },
}
