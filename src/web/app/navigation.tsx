import { pathInGateway } from '#contract/panel/gateway-address.ts'
import { useText } from '../text/text-context.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { controlHref, errorHref, historyHref } from '../ui/links.ts'
import styles from './navigation.module.css'

interface Page {
  href: string
  name: string
  icon: IconName
}

/** @param path where we are, without its gateway; a page is current for everything below its address too. */
export function Navigation({ path }: { path: string }) {
  const { shell } = useText()
  const pages: Page[] = [
    { href: controlHref(), name: shell.control, icon: 'sliders' },
    { href: historyHref(), name: shell.history, icon: 'history' },
    { href: errorHref(), name: shell.errorCodes, icon: 'book' },
  ]
  const isCurrent = (href: string) => {
    const page = pathInGateway(href)
    return path === page || (page !== '/' && path.startsWith(`${page}/`))
  }
  return (
    <nav className={styles.nav} aria-label={shell.mainNavigation}>
      {pages.map(({ href, name, icon }) => (
        <Link key={href} href={href} className={styles.link} aria-current={isCurrent(href) ? 'page' : undefined}>
          <Icon name={icon} className={styles.icon} />
          {name}
        </Link>
      ))}
    </nav>
  )
}
