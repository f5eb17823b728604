/** As the keyboard names the key that goes with others. */
export const modifierName: string = /Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl'

export const isFinder = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'

/** Something lies above the page: its keys are its own. */
export const isCovered = (): boolean => document.querySelector('dialog[open], [popover]:popover-open') !== null
