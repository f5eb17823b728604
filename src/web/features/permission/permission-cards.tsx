import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import type { Person } from '#contract/panel/session.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { ClassChip } from '../../ui/class-chip.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isLasting, refusedBy } from '../../ui/refused-by.ts'
import { secondsText } from '../../ui/seconds-text.ts'
import { Worded } from '../../ui/worded.tsx'
import { ChecksCard } from './checks-card.tsx'
import { limitRows } from './limit-rows.ts'
import styles from './permission-page.module.css'

interface PermissionCardsProps {
  permission: PermissionToSet
  person: Person
  names: { device: string; point: string }
  ids: (string | undefined)[]
  /** For people; may be empty. */
  unit: string
}

/** The answer in one sentence, then all that it rests on. */
export function PermissionCards({ permission, person, names, ids, unit }: PermissionCardsProps) {
  const { permissionPage: words } = useText()
  const refusal = refusedBy(permission)
  const sentence = refusal
    ? isLasting(refusal)
      ? words.notAllowed
      : words.notNow
    : permission.allowed
      ? words.allowed
      : words.allowedAfterSignIn
  return (
    <>
      <Notice
        tone={refusal ? 'wait' : 'ok'}
        icon={refusal ? 'lock' : 'check'}
        title={
          <Worded words={(_strong, quiet) => sentence(quiet(person.name), quiet(names.point), quiet(names.device))} />
        }
      >
        <p className={`mono ${styles.ids}`}>{ids.filter(Boolean).join(' · ')}</p>
        <p>{words.serverDecides}</p>
      </Notice>
      <ChecksCard permission={permission} role={person.role} />
      <NeedsCard permission={permission} />
      <LimitsCard permission={permission} unit={unit} />
      <Card title={words.contact}>
        <p className={styles.inside}>{permission.contact || words.noContact}</p>
      </Card>
    </>
  )
}

function NeedsCard({ permission }: { permission: PermissionToSet }) {
  const text = useText()
  const { permissionPage: words, notAllowed: shared } = text
  const { needs, pointClass, classRule } = permission
  const yesNo = (isAsked: boolean) => (isAsked ? words.yes : words.no)
  return (
    <Card title={words.needs}>
      <dl className={styles.facts}>
        <div>
          <dt>{words.pointClass}</dt>
          <dd>
            <ClassChip pointClass={pointClass} />{' '}
            {classRule === null ? words.classByNoRule : words.classRule(classRule)}
          </dd>
        </div>
        <div>
          <dt>{words.needsRole}</dt>
          <dd>{words.needsRoleAs(shared.roles[needs.role], shared.rights[needs.right])}</dd>
        </div>
        <div>
          <dt>{words.needsConfirmation}</dt>
          <dd>{yesNo(needs.confirmation)}</dd>
        </div>
        <div>
          <dt>{words.needsReason}</dt>
          <dd>{yesNo(needs.reason)}</dd>
        </div>
        <div>
          <dt>{words.needsSignIn}</dt>
          <dd>{needs.signInWithin === null ? words.no : words.within(secondsText(needs.signInWithin, text))}</dd>
        </div>
      </dl>
    </Card>
  )
}

function LimitsCard({ permission, unit }: { permission: PermissionToSet; unit: string }) {
  const text = useText()
  const { permissionPage: words } = text
  const rows = limitRows(permission, unit, text)
  return (
    <Card title={words.limits}>
      {rows.length === 0 ? (
        <p className={styles.inside}>{words.noLimits}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.limit}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.rule}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value, rule }) => (
              <tr key={`${name} ${rule}`}>
                <th scope="row">{name}</th>
                <td className="num">{value}</td>
                <td>{rule}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
