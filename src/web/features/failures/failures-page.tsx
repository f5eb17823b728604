import { useState } from 'react'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Card } from '../../ui/card.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { Link } from '../../ui/link.tsx'
import { errorHref } from '../../ui/links.ts'
import pageStyles from '../../ui/page.module.css'
import { CommandStates } from './command-states.tsx'
import { FailureEntry } from './failure-entry.tsx'
import { failureGroups } from './failure-groups.ts'
import styles from './failures-page.module.css'
import { useHashTarget } from './use-hash-target.ts'

/** Every number that can be answered, what it means, and the states of a command. */
export function FailuresPage() {
  const text = useText()
  const { errorCodes: words } = text
  const [search, setSearch] = useState('')
  const groups = failureGroups(search, text)
  const count = groups.reduce((sum, { names }) => sum + names.length, 0)
  const [target, goTo] = useHashTarget()
  return (
    <div className={pageStyles.page}>
      <header className={pageStyles.head}>
        <h1 className={pageStyles.title}>{words.title}</h1>
        <p className="muted">{words.about}</p>
      </header>
      <search className={styles.search}>
        <FieldBox
          type="search"
          icon="search"
          label={words.search}
          labelHidden
          placeholder={words.searchHint}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <span role="status" className="dim">
          {words.found(count)}
        </span>
      </search>
      <nav className={styles.groups} aria-label={words.groups}>
        {groups.map(({ source }) => (
          <Link key={source} className={styles.groupLink} href={errorHref(source)} onClick={() => goTo(source)}>
            {words.sources[source].title}
          </Link>
        ))}
        <Link className={styles.groupLink} href={errorHref('states')} onClick={() => goTo('states')}>
          {words.states.title}
        </Link>
      </nav>
      {count === 0 && (
        <Card label={words.search}>
          <Blank icon="search" title={words.noneTitle}>
            {words.none}
          </Blank>
        </Card>
      )}
      {groups.map(({ source, names }) => (
        <div key={source} id={source} className={styles.anchor}>
          <Card title={words.sources[source].title}>
            <p className={styles.about}>{words.sources[source].about}</p>
            {names.map((name) => (
              <FailureEntry key={name} name={name} isTarget={target === name} onChoose={goTo} />
            ))}
          </Card>
        </div>
      ))}
      <div id="states" className={styles.anchor}>
        <CommandStates />
      </div>
    </div>
  )
}
