import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import styles from './go-to-date.module.css'
import { dayInputText, endOfDayText } from './operation-filter.ts'

interface GoToDateProps {
  /** As in the URL: ms since the epoch; undefined for the newest. */
  at: string | undefined
  onGo: (at: string) => void
}

/** Goes to a day of the list, whatever lies between; the way back leads to the newest. */
export function GoToDate({ at, onGo }: GoToDateProps) {
  const { history: text } = useText()
  return (
    <div className={styles.go}>
      <FieldBox
        label={text.goTo}
        type="date"
        value={dayInputText(at)}
        onChange={({ target }) => onGo(endOfDayText(target.value))}
      />
      {at !== undefined && (
        <Button icon="arrowUp" onClick={() => onGo('')}>
          {text.newest}
        </Button>
      )}
    </div>
  )
}
