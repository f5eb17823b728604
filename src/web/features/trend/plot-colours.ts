import type { ChipTone } from '../../ui/chip.tsx'

const names = [
  'line',
  'carried',
  'grid',
  'text',
  'surface',
  'level',
  'ok',
  'wait',
  'bad',
  'unknown',
  'queued',
  'plain',
] as const
export type PlotColours = Record<(typeof names)[number], string> & Record<ChipTone, string>

/** The colours of a plot as its stylesheet names them, for a canvas, which knows no stylesheet. */
export function plotColoursOf(element: Element): PlotColours {
  const style = getComputedStyle(element)
  const entries = names.map((name) => [name, style.getPropertyValue(`--plot-${name}`).trim()])
  return Object.fromEntries(entries) as PlotColours
}

/** Tells when they may have changed. @returns stops it. */
export function onColourChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const forced = matchMedia('(forced-colors: active)')
  forced.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    forced.removeEventListener('change', changed)
  }
}
