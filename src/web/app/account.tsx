import { useId } from 'react'
import { useText } from '../text/text-context.ts'
import styles from './account.module.css'
import { initialsOf } from './initials-of.ts'
import { useSession } from './session-context.ts'

/** Who is signed in; pressed, it tells the rest of what the session says. */
export function Account() {
  const { shell } = useText()
  const { session, gateway } = useSession()
  const { person, version } = session
  const id = useId()
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id} aria-label={shell.signedInAs(person.name)}>
        <span className={styles.avatar} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      </button>
      <div id={id} popover="auto" className={styles.sheet}>
        <strong>{person.name}</strong>
        <dl className={styles.facts}>
          <dt>{shell.organisation}</dt>
          <dd className="mono">{gateway.orgId}</dd>
          <dt>{shell.gateway}</dt>
          <dd>{gateway.name || shell.gatewayKind[gateway.kind]}</dd>
          <dd className="mono">{gateway.address}</dd>
          <dt>{shell.productName}</dt>
          <dd>{version}</dd>
        </dl>
      </div>
    </>
  )
}
