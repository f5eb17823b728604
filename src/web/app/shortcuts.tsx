import { useCallback, useLayoutEffect, useState } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { useIdle } from '../ui/use-idle.ts'
import { isCovered, isFinder, modifierName } from './key-presses.ts'
import { LateAllShortcuts, LateFindAnything, LateQueue, LateSingleKeys } from './late-parts.tsx'
import { useSession } from './session-context.ts'
import { useSingleKeys } from './use-single-keys.ts'

/** The way to everything by a finger or by keys. */
export function Shortcuts({ path }: { path: string }) {
  const { shell } = useText()
  const [open, setOpen] = useState<'finder' | 'shortcuts' | null>(null)
  const [queueOf, setQueueOf] = useState<Device | null>(null)
  const { orgId } = useSession().gateway
  const [areOn] = useSingleKeys()
  const isIdle = useIdle()
  // With the button that names the keys: a press right after is not lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isFinder(event) || event.isComposing) return
      // A browser would open its own search; over a review or another dialog nothing opens.
      event.preventDefault()
      if (open) setOpen(null)
      else if (!isCovered()) setOpen('finder')
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [open])
  const close = () => setOpen(null)
  const find = useCallback(() => setOpen('finder'), [])
  const showShortcuts = useCallback(() => setOpen('shortcuts'), [])
  return (
    <>
      <Button
        icon="search"
        label={shell.findAnything(`${modifierName} K`)}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={find}
      />
      {areOn && !open && isIdle && <LateSingleKeys onShortcuts={showShortcuts} onFind={find} />}
      {open === 'finder' && (
        <LateFindAnything path={path} onClose={close} onShowShortcuts={showShortcuts} onShowQueue={setQueueOf} />
      )}
      {queueOf && <LateQueue target={{ orgId, device: queueOf }} onClose={() => setQueueOf(null)} />}
      {open === 'shortcuts' && <LateAllShortcuts onClose={close} />}
    </>
  )
}
