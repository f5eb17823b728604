import { type ExportFormat, exportFormats } from '#contract/panel/panel-calls.ts'
import { exportHref } from '../../api/history-queries.ts'
import type { OperationFilter } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { DownloadLink } from '../../ui/download-link.tsx'
import styles from './export-links.module.css'

interface ExportLinksProps {
  filter: OperationFilter
  /** How many are found; `isMore` where only so many have been read yet. null while nothing has. */
  found: { count: number; isMore: boolean } | null
}

/** What is found now as a file, for spreadsheets and for programs. */
export function ExportLinks({ filter, found }: ExportLinksProps) {
  const { locale, history } = useText()
  const { exports: words } = history
  const hint = () => {
    if (found === null) return ''
    if (found.count === 0) return words.none
    const count = found.count.toLocaleString(locale)
    return found.isMore ? words.moreThan(count) : words.all(found.count, count)
  }
  const part = (format: ExportFormat) =>
    found?.count === 0 ? (
      <Button key={format} icon="download" disabled>
        {words.formats[format]}
      </Button>
    ) : (
      <DownloadLink key={format} href={exportHref(filter, format)} title={words.hints[format]}>
        {words.formats[format]}
      </DownloadLink>
    )
  return (
    <section className={styles.exports} aria-label={words.title}>
      <span className={styles.hint}>{hint()}</span>
      {exportFormats.map(part)}
    </section>
  )
}
