import { navigate as writeHistory } from 'wouter/use-browser-location'
import type { Navigate } from '../ui/link.tsx'

/**
 * Writes the address into the history. Another page begins at its top; on the way back the browser itself returns to
 * the place where the page was left, so the entry must be written before anything moves.
 */
export const navigate: Navigate = (href, { replace = false } = {}) => {
  const isSamePage = new URL(href, location.href).pathname === location.pathname
  writeHistory(href, { replace })
  if (!isSamePage) scrollTo(0, 0)
}
