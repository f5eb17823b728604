import { useState } from 'react'
import type { Device } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import { Palette } from '../features/palette/palette.tsx'
import { useText } from '../text/text-context.ts'
import { useActionEntries } from './use-action-entries.ts'
import { useChosenHere } from './use-chosen-here.ts'
import { useCodeEntries } from './use-code-entries.ts'
import { useCommandEntries } from './use-command-entries.ts'
import { useDeviceEntries } from './use-device-entries.ts'
import { useDraftEntries } from './use-draft-entries.ts'
import { usePageEntries } from './use-page-entries.ts'
import { usePointEntries } from './use-point-entries.ts'

interface FindAnythingProps {
  /** Where we are, without the gateway. */
  path: string
  onClose: () => void
  onShowShortcuts: () => void
  onShowQueue: (device: Device) => void
}

/** The palette, with everything that can be found from this place. */
export function FindAnything({ path, onClose, onShowShortcuts, onShowQueue }: FindAnythingProps) {
  const { enosLocale } = useText()
  const [typed, setTyped] = useState('')
  const [isOnlyPoints, setOnlyPoints] = useState(false)
  const { chosen, pointId } = useChosenHere(path)
  const devices = useDeviceEntries(typed)
  const drafts = useDraftEntries()
  const points = usePointEntries(chosen, isOnlyPoints || typed.trim() !== '')
  const commands = useCommandEntries(typed)
  const codes = useCodeEntries(path, typed)
  const actions = useActionEntries({
    onShowShortcuts,
    onShowQueue: chosen ? () => onShowQueue(chosen.device) : undefined,
  })
  const pages = usePageEntries(chosen, pointId, typed)
  const name = chosen ? localText(chosen.device.deviceName, enosLocale) || chosen.device.deviceKey : ''
  return (
    <Palette
      typed={typed}
      onType={setTyped}
      entries={
        isOnlyPoints
          ? points.entries
          : [...commands.entries, ...codes, ...drafts, ...devices.entries, ...points.entries, ...actions, ...pages]
      }
      isPending={points.isPending || (!isOnlyPoints && (devices.isPending || commands.isPending))}
      pointsOf={isOnlyPoints ? name : ''}
      onPointsOf={setOnlyPoints}
      onClose={onClose}
    />
  )
}
