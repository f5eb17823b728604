import { useEffect, useState } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { doAction } from './control-actions.ts'
import { isFinder, modifierName, singleKeyOf } from './key-presses.ts'
import { LateAllShortcuts, LateFindAnything, LateQueue } from './late-parts.tsx'
import { useSession } from './session-context.ts'
import { useSingleKeys } from './use-single-keys.ts'

/** Something lies above the page: its keys are its own. */
const isCovered = () => document.querySelector('dialog[open], [popover]:popover-open') !== null

/** The way to everything by a finger or by keys. */
export function Shortcuts({ path }: { path: string }) {
  const { shell } = useText()
  const [open, setOpen] = useState<'finder' | 'shortcuts' | null>(null)
  const [queueOf, setQueueOf] = useState<Device | null>(null)
  const { orgId } = useSession().gateway
  const [areOn] = useSingleKeys()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isFinder(event) && !event.isComposing) {
        // A browser would open its own search; over a review or another dialog nothing opens.
        event.preventDefault()
        if (open) setOpen(null)
        else if (!isCovered()) setOpen('finder')
        return
      }
      const name = areOn && !open && !isCovered() ? singleKeyOf(event) : undefined
      if (!name) return
      if (name === 'shortcuts') setOpen('shortcuts')
      // Where there is no room for the list of devices, they are found in the palette.
      else if (!doAction(name) && name === 'findDevice') setOpen('finder')
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [open, areOn])
  const close = () => setOpen(null)
  return (
    <>
      <Button
        icon="search"
        label={shell.findAnything(`${modifierName} K`)}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen('finder')}
      />
      {open === 'finder' && (
        <LateFindAnything
          path={path}
          onClose={close}
          onShowShortcuts={() => setOpen('shortcuts')}
          onShowQueue={setQueueOf}
        />
      )}
      {queueOf && <LateQueue target={{ orgId, device: queueOf }} onClose={() => setQueueOf(null)} />}
      {open === 'shortcuts' && <LateAllShortcuts onClose={close} />}
    </>
  )
}
