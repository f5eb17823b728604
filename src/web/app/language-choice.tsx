import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { languages } from '../text/languages.ts'
import { useText } from '../text/text-context.ts'
import styles from './language-choice.module.css'
import { languageNames } from './language-for.ts'
import { useLanguage } from './use-language.ts'
import { firstWordsQuery } from './use-spoken-language.ts'

/** The languages, each in its own name; what is on the page stays and is told in the other one. */
export function LanguageChoice() {
  const { language: words } = useText().shell
  const { language, choose } = useLanguage()
  const { isError } = useQuery({ ...firstWordsQuery(language), enabled: false })
  const id = useId()
  return (
    <div className={styles.choice}>
      <div role="radiogroup" aria-labelledby={`${id}-title`}>
        <div id={`${id}-title`} className={styles.title}>
          {words.title}
        </div>
        <div className={styles.languages}>
          {languageNames.map((name) => (
            <label key={name} className={styles.language} lang={languages[name].tag}>
              <input type="radio" name={id} checked={name === language} onChange={() => choose(name)} />
              {languages[name].name}
            </label>
          ))}
        </div>
      </div>
      <p className={styles.missing} role="status">
        {isError && words.missing(languages[language].name)}
      </p>
    </div>
  )
}
