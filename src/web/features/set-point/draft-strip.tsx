import { useEffect, useRef, useState } from 'react'
import { localText } from '#contract/enos/string-i18n.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { isolated } from '../../ui/isolated.ts'
import { Link } from '../../ui/link.tsx'
import { controlHref } from '../../ui/links.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import { OutcomeChip } from '../../ui/outcome-chip.tsx'
import { CloseDraft } from './close-draft.tsx'
import styles from './draft-strip.module.css'
import type { OpenDraft } from './open-draft.ts'

export interface DraftStripProps {
  drafts: readonly OpenDraft[]
  /** The name of the one that keys and the palette act on; empty for none. */
  active: string
  /** Those whose editors stand side by side. */
  inSight: readonly string[]
  /** Whether there is room for another editor beside. */
  hasRoom: boolean
  /** Chosen while its editor is in sight already: nothing else needs to change. */
  onActivate: (name: string) => void
  onBeside: (name: string, isBeside: boolean) => void
  /** Throws away what was written. */
  onClose: (name: string) => void
  /** After another draft was chosen. */
  onChosen: () => void
}

/** The drafts that are open in this tab, each with its target, its value and what became of it. */
export function DraftStrip({ drafts, ...rest }: DraftStripProps) {
  const { drafts: text } = useText()
  const announce = useAnnounce()
  const [closing, setClosing] = useState<OpenDraft | null>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = rest.active !== '' && list.current?.querySelector('[aria-current="true"]')
    if (current) current.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [rest.active])
  const names = useDraftNames()
  const close = (draft: OpenDraft) => {
    rest.onClose(draft.name)
    setClosing(null)
  }
  return (
    <nav aria-label={text.title}>
      <ul ref={list} className={styles.strip}>
        {drafts.map((draft) => (
          <DraftCard
            key={draft.name}
            draft={draft}
            {...rest}
            onClose={() => (draft.state === 'draft' ? setClosing(draft) : close(draft))}
          />
        ))}
      </ul>
      {closing && (
        <CloseDraft
          {...names(closing)}
          value={closing.value}
          onKeep={() => setClosing(null)}
          onDiscard={() => {
            close(closing)
            const { point, device } = names(closing)
            announce(text.closed(isolated(point), isolated(device)))
          }}
        />
      )}
    </nav>
  )
}

/** What a draft's point and device are called, in the present language. */
function useDraftNames() {
  const { enosLocale } = useText()
  return ({ pointName, measurepointId, deviceName, deviceKey, assetId }: OpenDraft) => ({
    point: localText(pointName, enosLocale) || measurepointId,
    device: localText(deviceName, enosLocale) || deviceKey || assetId,
  })
}

interface DraftCardProps extends Omit<DraftStripProps, 'drafts' | 'onClose'> {
  draft: OpenDraft
  onClose: () => void
}

function DraftCard(props: DraftCardProps) {
  const { draft, active, inSight, hasRoom, onActivate, onBeside, onClose, onChosen } = props
  const { drafts: text, setPoint } = useText()
  const { name, assetId, productKey, deviceKey, measurepointId, state, value, besideSince } = draft
  const { point, device } = useDraftNames()(draft)
  const close = text.close(isolated(point), isolated(device))
  const isActive = name === active
  const isBeside = besideSince > 0 && inSight.includes(name)
  return (
    <li className={styles.card} data-active={isActive}>
      <Link
        href={controlHref({ assetId, productKey, deviceKey, point: measurepointId })}
        className={styles.link}
        aria-current={isActive}
        data-draft={name}
        onClick={(event) => {
          // Its own editor is there: what else is chosen stays.
          if (inSight.includes(name)) {
            event.preventDefault()
            onActivate(name)
          }
          onChosen()
        }}
      >
        <span className={styles.line}>
          <bdi className={styles.device}>{device}</bdi>
          <span className={`${styles.value} num`}>{value || <span className="dim">{text.noValue}</span>}</span>
        </span>
        <span className={styles.line}>
          <bdi className={styles.point}>{point}</bdi>
          {state === 'draft' && <Chip icon="edit">{setPoint.draft}</Chip>}
          {state !== 'draft' && state !== 'empty' && <OutcomeChip outcome={state} />}
        </span>
      </Link>
      {hasRoom && (isBeside || !inSight.includes(name)) && (
        <Button
          kind="quiet"
          icon="beside"
          className={styles.tool}
          label={text.beside(isolated(point), isolated(device))}
          aria-pressed={isBeside}
          onClick={() => onBeside(name, !isBeside)}
        />
      )}
      <Button
        kind="quiet"
        icon="close"
        className={styles.tool}
        label={close}
        title={state === 'waiting' ? text.closeWaiting : close}
        disabled={state === 'waiting'}
        onClick={onClose}
      />
    </li>
  )
}
