import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Command, commandStates, commandValue } from '#contract/enos/command.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { Operation } from '#contract/panel/operation.ts'
import { previewOf } from '#contract/value/preview.ts'
import { commandsQuery } from '../../api/commands-query.ts'
import { operationsQuery } from '../../api/queries.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { isolated } from '../../ui/isolated.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { secondsText, tookText } from '../../ui/seconds-text.ts'
import { untilText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { Worded } from '../../ui/worded.tsx'
import { CancelAll } from './cancel-all.tsx'
import { CancelCommand } from './cancel-command.tsx'
import styles from './queue.module.css'
import { inFrontOf, inOrder, mostQueued, placesTaken } from './queue-order.ts'
import { selectorOf, type Target } from './target.ts'
import { type Turn, turnsOf, usualAnswerTime } from './turns-of.ts'

/** Past answers that tell how long the device usually takes. */
const answersRead = 20

type QueueTarget = Pick<Target, 'orgId' | 'device'>

export interface QueueProps {
  target: QueueTarget
  /** Only what stood in front of this one. */
  before?: Operation | undefined
}

/** The commands that wait for a device, the next one first. */
export function Queue({ target, before }: QueueProps) {
  const { sending, enosLocale } = useText()
  const { queue } = sending
  const { orgId, device } = target
  const past = useInfiniteQuery(operationsQuery({ ...selectorOf(device), outcome: ['done'] }, answersRead)).data
  const [failed, setFailed] = useState('')
  const expression = before ? undefined : `state = ${commandStates.created}`
  const { data, error, isPending, refetch } = useQuery(commandsQuery(orgId, selectorOf(device), expression))
  if (isPending) return <LoadingRows count={3} />
  if (!data) return <LoadError title={queue.loadFailed} error={error} onRetry={() => void refetch()} />
  const commands = before ? inFrontOf(before, data) : inOrder(data)
  const turns = before ? [] : turnsOf(commands, usualAnswerTime(past?.pages[0]?.items ?? []))
  const problem = failed !== '' && (
    <Notice tone="wait" role="alert" className={styles.problem}>
      {failed}
    </Notice>
  )
  if (commands.length === 0) {
    return (
      <>
        {problem}
        <Blank icon="check" title={before ? queue.frontEmpty : queue.empty} />
      </>
    )
  }
  return (
    <>
      {problem}
      <div className={styles.about}>
        {!before && <span className="num">{queue.count(placesTaken(commands), mostQueued)}</span>}
        <span>{queue.order}</span>
      </div>
      <ol className={styles.rows}>
        {commands.map((command, index) => (
          <QueueRow
            key={command.commandId}
            target={target}
            command={command}
            place={index + 1}
            turn={turns[index]}
            onFailed={setFailed}
          />
        ))}
      </ol>
      {!before && (
        <div className={styles.all}>
          <CancelAll
            target={target}
            deviceName={localText(device.deviceName, enosLocale) || device.deviceKey}
            commands={commands}
            onFailed={setFailed}
          />
        </div>
      )}
    </>
  )
}

interface QueueRowProps {
  turn: Turn | undefined
  target: QueueTarget
  command: Command
  place: number
  /** A row goes away with its command, so what went wrong is told above the list; empty for nothing. */
  onFailed: (why: string) => void
}

/** A bound needs no parts of a second. @param milliseconds of the wait. */
const mostText = (milliseconds: number, text: Text) =>
  milliseconds < 60_000 ? secondsText(Math.ceil(milliseconds / 1000), text) : tookText(milliseconds, text)

/** When its turn comes, once the device takes commands. */
function turnText({ usual, atMost }: Turn, text: Text): string {
  const { queue } = text.sending
  if (atMost === 0) return queue.turnNext
  return usual === undefined
    ? queue.turnAtMost(mostText(atMost, text))
    : queue.turn(tookText(usual, text), mostText(atMost, text))
}

function QueueRow({ target, command, place, turn, onFailed }: QueueRowProps) {
  const text = useText()
  const { sending, locale, enosLocale } = text
  const { queue } = sending
  const announce = useAnnounce()
  const now = useNow(60_000)
  const { commandId, commandName, tslIdentifier, state, pendingTtl, createTime } = command
  const name = localText(commandName, enosLocale) || tslIdentifier
  const value = commandValue(command)
  const until = untilText(createTime + pendingTtl * 1000, now, locale)
  return (
    <li className={styles.row}>
      <span className={`${styles.place} num`}>{place}</span>
      <div className={styles.what}>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {value !== undefined && <span className="num">→ {previewOf(value)}</span>}
        <div className={styles.detail}>
          <span>{queue.states[state]}</span>
          {state === commandStates.created && <span>{pendingTtl > 0 ? queue.until(until) : queue.instant}</span>}
          {turn && <span>{turnText(turn, text)}</span>}
          <span className="mono">{commandId}</span>
        </div>
      </div>
      {state === commandStates.created && (
        <CancelCommand
          target={target}
          commandId={commandId}
          label={queue.cancelWhat(isolated(name))}
          onCanceled={() => {
            onFailed('')
            announce(queue.canceled(isolated(name)))
          }}
          onFailed={(why) => onFailed(`${isolated(name)}: ${why}`)}
        >
          {queue.cancel}
        </CancelCommand>
      )}
    </li>
  )
}

/** The same in a dialog. */
export function QueueDialog({ onClose, ...queue }: QueueProps & { onClose: () => void }) {
  const { sending, enosLocale } = useText()
  const text = sending.queue
  const name = localText(queue.target.device.deviceName, enosLocale) || queue.target.device.deviceKey
  return (
    <Modal
      title={queue.before ? text.frontTitle : <Worded words={(_strong, quiet) => text.title(quiet(name))} />}
      onClose={onClose}
    >
      <Queue {...queue} />
    </Modal>
  )
}
