/** Several drafts at once. */
export const drafts = {
  title: 'Open drafts',
  noValue: 'no value yet',
  beside: (point: string, device: string) => `Show ${point} of ${device} beside`,
  putBack: 'Close this pane; the draft stays open',
  close: (point: string, device: string) => `Close ${point} of ${device}`,
  closeWaiting: 'It can be closed when its answer is there',
  closeTitle: 'Discard this draft?',
  closeSure: (value: string, point: string, device: string) =>
    value === ''
      ? `What you began to write for ${point} of ${device} has not been sent.`
      : `${value} for ${point} of ${device} has not been sent.`,
  closeYes: 'Discard it',
  closeNo: 'Keep it',
  closed: (point: string, device: string) => `The draft for ${point} of ${device} was discarded.`,
  fullTitle: (count: number) => `${count} drafts are open already`,
  full: 'Send or close one of them, then you can begin another here.',
}
