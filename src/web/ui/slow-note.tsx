import { type QueryFilters, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText } from '../text/text-context.ts'
import { Button } from './button.tsx'
import styles from './loading-rows.module.css'

/** ms of waiting after which a person is told that it is not their fault. */
const slowAfter = 8000

/** Says, after a while, that what is waited for takes long, and asks for it anew: what was on its way is given up. */
export function SlowNote() {
  const { shell } = useText()
  const client = useQueryClient()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (isSlow) return
    const timer = setTimeout(() => setSlow(true), slowAfter)
    return () => clearTimeout(timer)
  }, [isSlow])
  if (!isSlow) return null
  const askAnew = async () => {
    setSlow(false)
    // Of those that have shown nothing yet, a question under way is given up only when it is told to be.
    const waited: QueryFilters = { type: 'active', predicate: ({ state }) => state.status === 'pending' }
    await client.cancelQueries(waited)
    await client.refetchQueries(waited)
  }
  return (
    <div className={styles.slow}>
      <p>{shell.slow}</p>
      <Button icon="retry" onClick={() => void askAnew()}>
        {shell.connection.tryAgain}
      </Button>
    </div>
  )
}
