import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { Role } from '#contract/panel/role.ts'
import { useText } from '../../text/text-context.ts'
import { Link } from '../../ui/link.tsx'
import { permissionHref } from '../../ui/links.ts'
import { Notice } from '../../ui/notice.tsx'
import { type Check, isLasting } from '../../ui/refused-by.ts'
import { untilText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { whyNot } from '../../ui/why-not.ts'
import styles from './permission.module.css'
import { selectorOf, type Target } from './target.ts'

export interface NotAllowedProps {
  target: Target
  permission: PermissionToSet
  /** The first check that is not passed. */
  check: Check
  role: Role | undefined
}

/** Stands where the button would: why not, until when, whom to ask, and the way to all of it. */
export function NotAllowed({ target, permission, check, role }: NotAllowedProps) {
  const text = useText()
  const { notAllowed: words, locale } = text
  const now = useNow(60_000)
  const { device, measurepointId } = target
  return (
    <Notice
      icon={isLasting(check) ? 'lock' : 'clock'}
      role="status"
      title={isLasting(check) ? words.notAllowedTitle : words.notNowTitle}
    >
      {whyNot(check, permission, role, text)}
      {check.passesAt !== null && ` ${words.until(untilText(check.passesAt, now, locale))}`}
      {permission.contact !== '' && ` ${words.ask(permission.contact)}`}{' '}
      <Link
        href={permissionHref({ ...selectorOf(device), point: measurepointId })}
        className={`${styles.line} ${styles.link}`}
      >
        {text.permission.whyNot}
      </Link>
    </Notice>
  )
}
