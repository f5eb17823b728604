import { isFinal, type Operation } from '#contract/panel/operation.ts'
import { type ExactJson, parseExact } from '#contract/value/exact.ts'
import type { Text } from '../../text/en.ts'
import type { ChipTone } from '../../ui/chip.tsx'
import { outcomeTones } from '../../ui/outcome-chip.tsx'

/** A moment that a plot points out. Never told by its colour alone: each kind has a sign of its own. */
export interface Mark {
  /** ms since the epoch: of what was asked and answered by the proxy's clock, of reports by the device's. */
  time: number
  sign: '▼' | '●' | '◆'
  tone: ChipTone
  name: string
  /** What was reported; empty for nothing. */
  value: string
}

/**
 * When the value was requested, how that ended, and what the device reported of it afterwards.
 * @param write a value as people read it, with its unit.
 */
export function marksOf(operation: Operation, write: (value: ExactJson) => string, text: Text): Mark[] {
  const { createTime, endTime, outcome, readBack, verdict } = operation
  const { marks: words } = text.trend
  const marks: Mark[] = [{ time: createTime, sign: '▼', tone: 'plain', name: words.requested, value: '' }]
  if (isFinal(outcome) && endTime !== null) {
    const name = outcome === 'done' ? words.confirmed : text.operations.outcomes[outcome]
    marks.push({ time: endTime, sign: '●', tone: outcomeTones[outcome], name, value: '' })
  }
  const reports = [
    ...(readBack?.report ? [{ name: words.readBack, report: readBack.report }] : []),
    ...(verdict?.evidence ?? []).flatMap((one) =>
      one.kind === 'report' ? [{ name: words.lateReport, report: one }] : [],
    ),
  ]
  for (const { name, report } of reports) {
    const tone = report.isSame ? 'ok' : 'wait'
    marks.push({ time: report.time, sign: '◆', tone, name, value: write(parseExact(report.value)) })
  }
  return marks
}
