import type { QueryClient } from '@tanstack/react-query'
import { ControlPage } from './control-page.tsx'
import { LateOutboxPage } from './late-outbox.tsx'
import type { LatePart } from './late-part.tsx'
import {
  LateCommandPage,
  LateErrorCodesPage,
  LateHistoryPage,
  LateNotFoundPage,
  LatePermissionPage,
} from './late-parts.tsx'

const command = /^\/operations\/([^/]+)$/

const latePages: Readonly<Record<string, LatePart<object>>> = {
  '/operations': LateHistoryPage,
  '/outbox': LateOutboxPage,
  '/errors': LateErrorCodesPage,
  '/permission': LatePermissionPage,
}

const pageOf = (path: string): string => path.replace(/\/+$/, '')

/**
 * The panel's pages by their address (ui/links.ts); all but the control screen are loaded when they are opened.
 * @param path of the address; a slash at its end makes no difference.
 */
export function Pages({ path }: { path: string }) {
  const page = pageOf(path)
  const [, id] = command.exec(page) ?? []
  if (id) return <LateCommandPage id={id} />
  if (page === '') return <ControlPage />
  const Page = latePages[page] ?? LateNotFoundPage
  return <Page />
}

/** Asks for the code of the page at an address while it is still asked who is looking. */
export const fetchPage = (client: QueryClient, path: string): void => void latePages[pageOf(path)]?.fetch(client)
