import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'

interface NoPointsProps {
  /** Points of the model, and how many of them match what was typed but are hidden. */
  count: number
  hidden: number
  search: string
  hrefOf: (pointId: string) => string
  onShowAll: () => void
}

/** Stands where the list is empty: why, and what helps. */
export function NoPoints({ count, hidden, search, hrefOf, onShowAll }: NoPointsProps) {
  const { point: text } = useText()
  const typed = search.trim()
  const showAll = hidden > 0 && <Button onClick={onShowAll}>{text.showAll}</Button>
  if (typed !== '') {
    return (
      <Blank icon="search" title={text.noneFoundTitle(typed)} actions={showAll}>
        {hidden > 0 && <p>{text.hiddenMatch(hidden)}</p>}
        {!/\s/.test(typed) && (
          <p>
            <Link href={hrefOf(typed)}>{text.byId(typed)}</Link>
          </p>
        )}
      </Blank>
    )
  }
  if (count > 0) {
    return (
      <Blank icon="lock" title={text.noneWritableTitle} actions={showAll}>
        {text.noneWritable(count)}
      </Blank>
    )
  }
  return <Blank title={text.noneTitle}>{text.none}</Blank>
}
