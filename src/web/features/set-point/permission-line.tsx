import { useText } from '../../text/text-context.ts'
import styles from './permission.module.css'
import { RulesLine } from './rules-line.tsx'
import type { Target } from './target.ts'
import type { Permission } from './use-permission.ts'

/** What is known of who may set the point, below its name. */
export function PermissionLine({ target, state }: { target: Target; state: Permission }) {
  const { asking, cannotAsk } = useText().permission
  if (state.permission) return <RulesLine target={target} permission={state.permission} />
  return <p className={styles.line}>{state.phase === 'asking' ? asking : cannotAsk}</p>
}
