import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Button } from '../ui/button.tsx'

/** A page has thrown: the rest of the panel goes on. */
export function CrashPage({ error }: { error: unknown }) {
  const { shell } = useText()
  return (
    <Blank
      icon="warning"
      title={<h1>{shell.crashedTitle}</h1>}
      actions={<Button onClick={() => location.reload()}>{shell.reload}</Button>}
    >
      <p>{shell.crashed}</p>
      <details>
        <summary>{shell.technicalDetail}</summary>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </details>
    </Blank>
  )
}
