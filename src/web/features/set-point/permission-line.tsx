import { useText } from '../../text/text-context.ts'
import { ClassChip } from '../../ui/class-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { permissionHref } from '../../ui/links.ts'
import { refusedBy } from '../../ui/refused-by.ts'
import styles from './permission.module.css'
import { ruleWords } from './rule-words.ts'
import { selectorOf, type Target, unitOf } from './target.ts'
import type { Permission } from './use-permission.ts'

/** Below the point's name: its class and the way to why, and the limits of the policy, told before anything is typed. */
export function PermissionLine({ target, state }: { target: Target; state: Permission }) {
  const text = useText()
  const { asking, cannotAsk, whyMayI } = text.permission
  const { permission, phase } = state
  // In the place of the link that follows, so that nothing moves when the answer comes.
  if (!permission && phase === 'asking') return <span className={`${styles.line} ${styles.small}`}>{asking}</span>
  if (!permission) return <span className={styles.small}>{cannotAsk}</span>
  const href = permissionHref({ ...selectorOf(target.device), point: target.measurepointId })
  return (
    <>
      {permission.pointClass !== 'routine' && <ClassChip pointClass={permission.pointClass} />}
      {!refusedBy(permission) && (
        <Link href={href} className={`${styles.line} ${styles.link}`}>
          {whyMayI}
        </Link>
      )}
      {ruleWords(permission, unitOf(target), text).map((sentence) => (
        <span key={sentence} className={`${styles.rule} ${styles.small} num`}>
          {sentence}
        </span>
      ))}
    </>
  )
}
