import type { PermissionToSet } from '#contract/panel/permission-to-set.ts'
import { formatNumber } from '#contract/value/format-number.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { ClassChip } from '../../ui/class-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { permissionHref } from '../../ui/links.ts'
import { secondsText } from '../../ui/seconds-text.ts'
import { refusedBy } from '../../ui/why-not.ts'
import styles from './permission.module.css'
import { selectorOf, type Target, unitOf } from './target.ts'

function limitWords({ limits }: PermissionToSet, target: Target, text: Text): string[] {
  const { limits: words } = text.permission
  const number = (value: string) => [formatNumber(value, text.locale), unitOf(target)].filter(Boolean).join(' ')
  const { minimum, maximum, largestStep, leastInterval } = limits
  return [
    minimum && words.atLeast(number(minimum.value), minimum.rule),
    maximum && words.atMost(number(maximum.value), maximum.rule),
    largestStep && words.largestStep(number(largestStep.value), largestStep.rule),
    leastInterval && words.leastInterval(secondsText(leastInterval.value, text), leastInterval.rule),
  ].filter((sentence) => sentence !== null)
}

/** The point's class and the limits of the policy, told before anything is typed; and the way to why. */
export function RulesLine({ target, permission }: { target: Target; permission: PermissionToSet }) {
  const text = useText()
  const { whyMayI, whyNot } = text.permission
  const { pointClass } = permission
  const href = permissionHref({ ...selectorOf(target.device), point: target.measurepointId })
  return (
    <div className={styles.line}>
      {pointClass !== 'routine' && <ClassChip pointClass={pointClass} />}
      {limitWords(permission, target, text).map((sentence) => (
        <span key={sentence} className="num">
          {sentence}
        </span>
      ))}
      <Link href={href}>{refusedBy(permission) ? whyNot : whyMayI}</Link>
    </div>
  )
}
