import { type CommandStateName, commandStates } from '#contract/enos/command.ts'
import type { Outcome } from '#contract/panel/operation.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { OutcomeChip } from '../../ui/outcome-chip.tsx'
import styles from './command-states.module.css'

/** How this panel shows a command in each state; a failed one may also have been refused. */
const outcomeOf: Record<CommandStateName, Outcome> = {
  created: 'queued',
  canceled: 'notSent',
  expired: 'notSent',
  sent: 'waiting',
  succeeded: 'done',
  failed: 'refused',
  timedOut: 'unknown',
}

/** The seven states of a command (§2.1) under both of their names. */
export function CommandStates() {
  const { states: words } = useText().errorCodes
  return (
    <Card title={words.title}>
      <p className={styles.about}>{words.about}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.api}</th>
            <th scope="col">{words.console}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(commandStates) as CommandStateName[]).map((name) => (
            <tr key={name}>
              <th scope="row" className="num">
                {commandStates[name]}
              </th>
              <td>{words.rows[name].api}</td>
              <td>{words.rows[name].console}</td>
              <td>
                <span className={styles.here}>
                  <OutcomeChip outcome={outcomeOf[name]} />
                  {name === 'failed' && <OutcomeChip outcome="notSent" />}
                </span>
              </td>
              <td className={styles.meaning}>{words.rows[name].meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
