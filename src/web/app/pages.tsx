import { ControlPage } from './control-page.tsx'
import { LateOutboxPage } from './late-outbox.tsx'
import {
  LateCommandPage,
  LateErrorCodesPage,
  LateHistoryPage,
  LateNotFoundPage,
  LatePermissionPage,
} from './late-parts.tsx'

const command = /^\/operations\/([^/]+)$/

/**
 * The panel's pages by their address (ui/links.ts); all but the control screen are loaded when they are opened.
 * @param path of the address; a slash at its end makes no difference.
 */
export function Pages({ path }: { path: string }) {
  const page = path.replace(/\/+$/, '')
  const [, id] = command.exec(page) ?? []
  if (id) return <LateCommandPage id={id} />
  switch (page) {
    case '':
      return <ControlPage />
    case '/operations':
      return <LateHistoryPage />
    case '/outbox':
      return <LateOutboxPage />
    case '/errors':
      return <LateErrorCodesPage />
    case '/permission':
      return <LatePermissionPage />
    default:
      return <LateNotFoundPage />
  }
}
