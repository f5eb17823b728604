import { useEffect } from 'react'
import * as z from 'zod/mini'
import { useStored } from '../ui/use-stored.ts'

const themes = ['system', 'light', 'dark', 'sun'] as const
export type Theme = (typeof themes)[number]
const themeSchema = z.enum(themes)

/**
 * The colours this browser chose; `system` follows the machine.
 * `public/early.js` reads the same entry before anything is drawn, so that nothing flashes.
 */
export function useTheme() {
  const [theme, change] = useStored<Theme>('setpoint.theme', themeSchema, 'system')
  useEffect(() => {
    const machine = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const ofMachine = machine.matches ? 'dark' : 'light'
      document.documentElement.dataset.theme = theme === 'system' ? ofMachine : theme
    }
    apply()
    machine.addEventListener('change', apply)
    return () => machine.removeEventListener('change', apply)
  }, [theme])
  const next = () => change((before) => themes[(themes.indexOf(before) + 1) % themes.length] ?? 'system')
  return { theme, next }
}
