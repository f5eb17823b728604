import type { Span } from './match.ts'

/** A text with what was matched in it marked. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  const ends = spans.map(([, end]) => end)
  return (
    <bdi>
      {spans.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ends[index - 1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </bdi>
  )
}
