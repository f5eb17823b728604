import type { ControlAction } from './control-actions.ts'

/** Keys pressed alone, for every action that is worth one. */
export const singleKeys: Readonly<Record<string, ControlAction | 'shortcuts'>> = {
  '/': 'search',
  d: 'findDevice',
  p: 'findPoint',
  k: 'previousPoint',
  j: 'nextPoint',
  h: 'previousDraft',
  l: 'nextDraft',
  e: 'edit',
  r: 'review',
  '?': 'shortcuts',
}

const notTyped = 'input:is([type="checkbox"], [type="radio"], [type="button"], [type="range"])'

/** Whether a key pressed there is a letter of something. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, textarea, select, [role="combobox"]') && !target.matches(notTyped)))

/** Held down, a key walks along the points or drafts, and does nothing else over and over. */
const isWalk = /^(next|previous)/

/** What a key pressed alone stands for; undefined for nothing, and where it belongs to somebody else. */
export function singleKeyOf(event: KeyboardEvent): ControlAction | 'shortcuts' | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, repeat, target } = event
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || isTyping(target)) return undefined
  const name = singleKeys[key]
  return repeat && !isWalk.test(name ?? '') ? undefined : name
}
