/** What a person is at when a newer panel could be taken. */
export interface Moment {
  /** Drafts that were begun in this tab and neither sent nor put away. */
  drafts: number
  /** A command of this person is on its way. */
  isWaiting: boolean
  /** A review or another question is open. */
  isAsked: boolean
  /** ms since the last touch or key; null where there was none since the page was loaded. */
  sinceTouch: number | null
  isVisible: boolean
}

/** ms without a touch after which a page is not being worked with. */
const restAfter = 8000

/** Whether there is something that a newer panel has to wait for, also in other tabs. */
export const isBusy = ({ drafts, isWaiting, isAsked }: Moment): boolean => drafts > 0 || isWaiting || isAsked

/** Whether the page may be loaded anew without anybody losing the thread. */
export const isGoodMoment = (moment: Moment): boolean =>
  !isBusy(moment) && (!moment.isVisible || moment.sinceTouch === null || moment.sinceTouch >= restAfter)
