import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import type { IconName } from '../ui/icon.tsx'
import { type Theme, useTheme } from './use-theme.ts'

const icons: Record<Theme, IconName> = { system: 'monitor', light: 'sun', dark: 'moon', sun: 'contrast' }

/** Light, dark, for bright sun, or as the machine. */
export function ThemeButton() {
  const { shell } = useText()
  const { theme, next } = useTheme()
  return <Button icon={icons[theme]} label={shell.theme.button(shell.theme[theme])} onClick={next} />
}
