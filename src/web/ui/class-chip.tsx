import type { PointClass } from '#contract/panel/role.ts'
import { useText } from '../text/text-context.ts'
import { Chip, type ChipTone } from './chip.tsx'
import type { IconName } from './icon.tsx'

const looks: Record<PointClass, { icon: IconName; tone: ChipTone }> = {
  routine: { icon: 'check', tone: 'plain' },
  confirm: { icon: 'shield', tone: 'plain' },
  critical: { icon: 'warning', tone: 'wait' },
}

/** How much harm a wrong value can do, by icon and word. */
export function ClassChip({ pointClass }: { pointClass: PointClass }) {
  const { classes, classHints } = useText().permission
  const { icon, tone } = looks[pointClass]
  return (
    <Chip tone={tone} icon={icon} title={classHints[pointClass]}>
      {classes[pointClass]}
    </Chip>
  )
}
