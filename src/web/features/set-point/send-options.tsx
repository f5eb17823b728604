import { pendingTtlRange } from '#contract/enos/calls.ts'
import { useText } from '../../text/text-context.ts'
import { untilText } from '../../ui/time-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { DurationChoice } from './duration-choice.tsx'
import { type FormProblems, type SetForm, secondsOf } from './set-form.ts'
import { WayChoice } from './way-choice.tsx'

const waits = [10, 30, 60]
const keeps = [600, 3600, 28_800, pendingTtlRange.maximum]

interface SendOptionsProps {
  form: SetForm
  onChange: (change: Partial<SetForm>) => void
  problems: FormProblems | null
}

/** When it is sent, how long it is kept and how long an answer may take. */
export function SendOptions({ form, onChange, problems }: SendOptionsProps) {
  const { setPoint, locale } = useText()
  const now = useNow(60_000)
  const isQueued = form.way === 'online'
  const keep = secondsOf(form.keep, 1, pendingTtlRange.maximum)
  return (
    <>
      <WayChoice way={form.way} onChange={(way) => onChange({ way })} />
      {isQueued && (
        <DurationChoice
          legend={setPoint.keepFor}
          choices={keeps}
          units={['second', 'minute', 'hour']}
          value={form.keep}
          onChange={(value) => onChange({ keep: value })}
          problem={problems?.keep ? setPoint.keepWrong : ''}
          hint={keep !== null && setPoint.keepUntil(untilText(now + keep * 1000, now, locale))}
        />
      )}
      <DurationChoice
        legend={isQueued ? setPoint.waitOnline : setPoint.waitAtMost}
        choices={waits}
        units={['second']}
        value={form.timeout}
        onChange={(value) => onChange({ timeout: value })}
        problem={problems?.timeout ? setPoint.waitWrong : ''}
      />
    </>
  )
}
