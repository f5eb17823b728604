/** The nearest box around an element that scrolls what is in it. */
export const scrollBoxOf = (element: HTMLElement): HTMLElement | null => element.parentElement
