import styles from './control-page.module.css'

/*
 * Shortcuts and the palette press what stands on the screen: what is hidden, disabled or behind a dialog cannot be done
 * by a key either, and a key never does more than the button it stands for.
 */

const isUsable = (element: HTMLElement) => element.checkVisibility() && !element.matches(':disabled')

const usable = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(isUsable)

const focus = (element: HTMLElement) => {
  element.focus()
  if (element instanceof HTMLInputElement && element.type !== 'radio') element.select()
}
const press = (element: HTMLElement) => element.click()

const searchIn = (place: string | undefined) => `.${place} input[type="search"]`

/** In the editor that was last touched or chosen: of several side by side, no key ever reaches for another. */
const inEditor = (does: string) => `[data-pane="active"] [data-does="${does}"]`

/** Where one begins to write the value; of several to choose from the one that is chosen. */
function firstOfValue(): HTMLElement | undefined {
  const place = inEditor('value')
  const first = usable(`${place} :is(input, textarea, select, [contenteditable="true"])`)
  const isChoice = first instanceof HTMLInputElement && first.type === 'radio'
  return (isChoice ? usable(`${place} input[name="${CSS.escape(first.name)}"]:checked`) : undefined) ?? first
}

/** The row that many after the chosen one; before one is chosen the first, or the last. */
function neighbour(list: string | undefined, step: 1 | -1): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>(`.${list} li a`)].filter(isUsable)
  const chosen = rows.findIndex((row) => row.ariaCurrent === 'true')
  if (chosen < 0) return rows.at(step === 1 ? 0 : -1)
  return rows[chosen + step]
}

const actions = {
  search: { find: () => usable('main input[type="search"]'), act: focus },
  findDevice: { find: () => usable(searchIn(styles.devices)), act: focus },
  findPoint: { find: () => usable(searchIn(styles.points)), act: focus },
  edit: { find: firstOfValue, act: focus },
  review: { find: () => usable(inEditor('review')), act: press },
  now: { find: () => usable(`${inEditor('now')}:not(:checked)`), act: press },
  online: { find: () => usable(`${inEditor('online')}:not(:checked)`), act: press },
  discard: { find: () => usable(inEditor('discard')), act: press },
  nextPoint: { find: () => neighbour(styles.points, 1), act: press },
  previousPoint: { find: () => neighbour(styles.points, -1), act: press },
  nextDraft: { find: () => neighbour(styles.drafts, 1), act: press },
  previousDraft: { find: () => neighbour(styles.drafts, -1), act: press },
} satisfies Record<string, { find: () => HTMLElement | undefined; act: (element: HTMLElement) => void }>

export type ControlAction = keyof typeof actions
export const controlActions = Object.keys(actions) as ControlAction[]

/** Whether the screen offers it at this moment. */
export const canDo = (name: ControlAction): boolean => actions[name].find() !== undefined

/** @returns false where the screen does not offer it. */
export function doAction(name: ControlAction): boolean {
  const { find, act } = actions[name]
  const element = find()
  if (element) act(element)
  return element !== undefined
}
