import { lazy, Suspense } from 'react'
import { bodyProblem } from '#contract/value/value-problems.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { FieldFrame, ProblemList } from './field-frame.tsx'
import type { FieldProblem } from './field-problem.ts'
import { compactJson, formatJson } from './format-json.ts'
import styles from './json-field.module.css'
import { PlainJson } from './plain-json.tsx'

/** The code editor is larger than all the rest of the panel: it is fetched when the first JSON is opened. */
const JsonEditor = lazy(async () => {
  try {
    return { default: (await import('./json-editor.tsx')).JsonEditor }
  } catch {
    // Without a network the value can still be written.
    return { default: PlainJson }
  }
})

export interface JsonFieldProps {
  id: string
  label: string
  labelHidden?: boolean
  text: string
  onChange: (text: string) => void
  /** With paths from the whole value. */
  problems: FieldProblem[]
}

const placeOf = (path: FieldProblem['path']) => path.join(' › ')

/** JSON as text: what is written is what is sent. */
export function JsonField({ id, label, labelHidden, text, onChange, problems }: JsonFieldProps) {
  const { rareFields } = useText()
  const isReadable = bodyProblem(text).problem === null
  const isWrong = problems.length > 0
  const box = { label, description: rareFields.jsonHint, text, onChange }
  const deep = problems.filter(({ path }) => path.length > 0)
  const places = [...new Set(deep.map(({ path }) => placeOf(path)))]
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} problems={problems} hint={rareFields.jsonHint} group>
      <div className={`${styles.box} ${isWrong ? styles.wrong : ''}`}>
        {/* Not a box to type in: it would lose the focus in the middle of a word when the editor takes its place. */}
        <Suspense
          fallback={
            <pre className={`${styles.plain} mono`} aria-busy="true" title={rareFields.loadingEditor}>
              {text}
            </pre>
          }
        >
          <JsonEditor {...box} />
        </Suspense>
      </div>
      {places.length > 0 && (
        <ul className={styles.places}>
          {places.map((place) => (
            <li key={place}>
              <code className="mono">{place}</code>
              <ProblemList problems={deep.filter(({ path }) => placeOf(path) === place)} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.below}>
        <Button kind="quiet" disabled={!isReadable} onClick={() => onChange(formatJson(text))}>
          {rareFields.formatJson}
        </Button>
        <Button kind="quiet" disabled={!isReadable} onClick={() => onChange(compactJson(text))}>
          {rareFields.compactJson}
        </Button>
      </div>
    </FieldFrame>
  )
}
