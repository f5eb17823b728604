import type { QueryClient } from '@tanstack/react-query'
import { pathInGateway } from '#contract/panel/gateway-address.ts'
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
import { readChosen } from './use-chosen-device.ts'

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

/** Asks for what the page of the address shows first while nothing is drawn yet: for its code, or for the chosen device. */
export function fetchPage(client: QueryClient): void {
  const page = pageOf(pathInGateway(location.pathname))
  void (page ? latePages[page]?.fetch(client) : readChosen(client))
}
