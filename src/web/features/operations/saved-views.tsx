import { type FormEvent, useState } from 'react'
import * as z from 'zod/mini'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { Link } from '../../ui/link.tsx'
import { historyHref } from '../../ui/links.ts'
import { useOwnName } from '../../ui/own-name.ts'
import { useStored } from '../../ui/use-stored.ts'
import { type FilterInUrl, isFiltered } from './operation-filter.ts'
import styles from './saved-views.module.css'

/** Kept in this browser for the person at this gateway; `filter` as in the URL. */
const viewsSchema = z.array(z.object({ name: z.string(), filter: z.record(z.string(), z.string()) }))
const none: z.infer<typeof viewsSchema> = []

/** Longest name of a view. */
const mostLetters = 40

/** Filters with a name: links, to come back to them. */
export function SavedViews({ filter }: { filter: FilterInUrl }) {
  const { views: text } = useText().history
  const [views, change] = useStored(useOwnName('setpoint.history-views'), viewsSchema, none)
  const [name, setName] = useState<string | null>(null)
  const { at: _, ...kept } = filter
  const here = historyHref(kept)
  const isKept = views.some((view) => historyHref(view.filter) === here)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name?.trim()
    if (!wanted) return
    change((before) => [...before.filter((view) => view.name !== wanted), { name: wanted, filter: kept }])
    setName(null)
  }
  if (views.length === 0 && !isFiltered(filter)) return null
  return (
    <nav className={styles.views} aria-label={text.title}>
      {views.length > 0 && (
        <ul className={styles.list}>
          {views.map((view) => (
            <li key={view.name} className={styles.view}>
              <Link
                className={styles.link}
                href={historyHref(view.filter)}
                aria-current={historyHref(view.filter) === here ? 'true' : undefined}
              >
                {view.name}
              </Link>
              <Button
                kind="quiet"
                icon="close"
                aria-label={text.remove(view.name)}
                onClick={() => change((before) => before.filter((one) => one.name !== view.name))}
              />
            </li>
          ))}
        </ul>
      )}
      {name === null
        ? isFiltered(filter) &&
          !isKept && (
            <Button kind="quiet" icon="star" onClick={() => setName('')}>
              {text.save}
            </Button>
          )
        : null}
      {name !== null && (
        <form className={styles.form} onSubmit={save}>
          <FieldBox
            label={text.name}
            labelHidden
            placeholder={text.name}
            autoFocus
            maxLength={mostLetters}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {text.keep}
          </Button>
          <Button kind="quiet" onClick={() => setName(null)}>
            {text.cancel}
          </Button>
        </form>
      )}
    </nav>
  )
}
