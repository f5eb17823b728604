import { type AnchorHTMLAttributes, createContext, type MouseEvent, type Ref, use } from 'react'

export type Navigate = (href: string, options?: { replace?: boolean }) => void

/** Provided by app; without it a link is an ordinary one. */
export const NavigateContext = createContext<Navigate>((href) => location.assign(href))

/** Goes to another page of the panel without loading it anew. */
export const useNavigateTo = (): Navigate => use(NavigateContext)

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; ref?: Ref<HTMLAnchorElement> }

/** Whether the browser should handle a click itself: new tab, new window, download, other button. */
const isForBrowser = (event: MouseEvent) =>
  event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** An ordinary `<a>` to one of the addresses of links.ts that navigates inside the panel. */
export function Link({ href, onClick, ...anchor }: LinkProps) {
  const navigate = useNavigateTo()
  return (
    <a
      {...anchor}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (isForBrowser(event) || (anchor.target && anchor.target !== '_self')) return
        event.preventDefault()
        navigate(href)
      }}
    />
  )
}
