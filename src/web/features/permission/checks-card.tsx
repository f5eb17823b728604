import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { Role } from '#contract/panel/role.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { untilText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { checkText } from './check-text.ts'
import styles from './permission-page.module.css'

/** Each check in its order: passed or not, why, by which rule, and when it will be passed by itself. */
export function ChecksCard({ permission, role }: { permission: PermissionToSet; role: Role }) {
  const text = useText()
  const { permissionPage: words } = text
  const now = useNow(60_000)
  return (
    <Card title={words.checks}>
      <p className={styles.about}>{words.checksAbout}</p>
      <ol className={styles.checks}>
        {permission.checks.map((check) => (
          <li key={check.kind} className={styles.check}>
            <Chip tone={check.passed ? 'ok' : 'bad'}>{check.passed ? words.passed : words.notPassed}</Chip>
            <div>
              <b>{words.kinds[check.kind]}</b>
              <p>{checkText(check, permission, role, text)}</p>
              {(check.rule !== null || (!check.passed && check.passesAt !== null)) && (
                <p className={styles.small}>
                  {[
                    check.rule !== null && words.byRule(check.rule),
                    !check.passed && check.passesAt !== null && words.from(untilText(check.passesAt, now, text.locale)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
